package heliograph.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where and with what something was measured. Stateless. */
final class Machine {
    private static final int LOOK_SECONDS = 2;

    private Machine() {}

    /** Name and value, for people. */
    static Map<String, String> describe(Path root, String changes, double busy)
            throws IOException, InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        facts.put("commit", said(root, "git", "rev-parse", "--short", "HEAD"));
        facts.put("sources", changes.isEmpty() ? "as committed" : "changed: " + changes);
        facts.put(
                "processor", Runtime.getRuntime().availableProcessors() + " x " + proc("/proc/cpuinfo", "model name"));
        facts.put("memory", proc("/proc/meminfo", "MemTotal"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("webrtc-java", property(root, "webrtc-java.version"));
        facts.put("browser", said(root, "chromium", "--version").replaceFirst(" built on.*", ""));
        facts.put(
                "load before the start",
                Files.readString(Path.of("/proc/loadavg")).replaceFirst("( \\S+){2}\\s*$", ""));
        facts.put("processor used before the start", Spread.number(busy, 2) + " cores");
        facts.put("scheduling", said(root, "chrt", "-p", "0").replaceFirst("(?s).*policy: (\\S+).*", "$1"));
        return facts;
    }

    /** How many files differ from the commit, and one of them; empty if none does. The documents that a run writes do not count. */
    static String changes(Path root) throws InterruptedException {
        List<String> files = said(
                        root,
                        "git",
                        "status",
                        "--porcelain",
                        "--",
                        ".",
                        ":!docs/benchmarks.md",
                        ":!docs/benchmarks.json")
                .lines()
                .toList();
        return files.isEmpty() ? "" : files.size() + " (" + files.get(0).trim() + (files.size() > 1 ? " ...)" : ")");
    }

    /** Cores that are in use now, by whomever. */
    static double busyCores() throws IOException, InterruptedException {
        double before = ProcessLoad.machineSeconds();
        long start = System.nanoTime();
        Trial.pause(LOOK_SECONDS);
        return (ProcessLoad.machineSeconds() - before) / ((System.nanoTime() - start) / 1e9);
    }

    private static String proc(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("unknown");
    }

    private static String property(Path root, String name) throws IOException {
        return Files.readString(root.resolve("pom.xml")).replaceFirst("(?s).*<" + name + ">([^<]+)<.*", "$1");
    }

    private static String said(Path folder, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return process.waitFor() == 0 ? said : "unknown";
        } catch (IOException notInstalled) {
            return "unknown";
        }
    }
}
