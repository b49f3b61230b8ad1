package heliograph.bench;

import heliograph.rig.Child;
import heliograph.rig.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program under measurement, started by {@code scripts/run} as a user starts it, with its own test picture and on
 * the loopback alone. Used from the thread {@code main}.
 */
final class Program implements AutoCloseable {
    static final String USER = "bench";
    static final int RATE = 30;
    static final int BITRATE = 2500;

    private static final int LIMIT_SECONDS = 90;
    private static final Pattern LINK = Pattern.compile("Watch at (http://\\S+)");
    private static final String ON_AIR = " INFO desk: On air";
    private static final String STUDIO = "heliograph.broadcaster.studio.StudioMain";

    private final Path folder;
    private final Path log;
    private final String password;
    private final long started;
    private final Child process;
    private String url = "";
    private double linkMillis;
    private double onAirMillis;

    private Program(Path folder, Path log, String password, long started, Child process) {
        this.folder = folder;
        this.log = log;
        this.password = password;
        this.started = started;
        this.process = process;
    }

    /** With its link printed; {@code options} beyond those that all runs have. */
    static Program start(Path root, List<String> options) throws IOException, InterruptedException {
        Path folder = Folders.temporary("bench");
        Path log = folder.resolve("output.log");
        byte[] secret = new byte[12];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        List<String> command = new ArrayList<>(List.of(run(root)));
        command.addAll(List.of("--headless", "--language", "en", "--camera", "test", "--microphone", "test"));
        command.addAll(List.of("--size", "1280x720", "--rate", "" + RATE, "--bitrate", "" + BITRATE));
        command.addAll(List.of("--port", "0", "--https-bind", "127.0.0.1", "--https-port", "0"));
        command.addAll(List.of("--ice-server", "none", "--network-check", "none"));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        command.addAll(options);
        long started = System.nanoTime();
        Child process = Child.start(
                command,
                environment -> {
                    environment.keySet().removeIf(name -> name.startsWith("HELIOGRAPH_"));
                    environment.put("HELIOGRAPH_USER", USER);
                    environment.put("HELIOGRAPH_PASSWORD", password);
                },
                log);
        Program program = new Program(folder, log, password, started, process);
        try {
            program.awaitLink();
            return program;
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    /** Whether the program knows {@code --path}: one that does not has no relay. Builds it first, if need be. */
    static boolean hasRelay(Path root) throws IOException, InterruptedException {
        Path out = Files.createTempFile("heliograph-bench-", ".help");
        try {
            Process help = new ProcessBuilder(run(root), "--help")
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (help.waitFor() != 0) {
                throw new IOException(
                        "scripts/run --help ended with " + help.exitValue() + ":\n" + Files.readString(out));
            }
            return Files.readString(out).contains("--path");
        } finally {
            Files.delete(out);
        }
    }

    private static String run(Path root) {
        return root.resolve("scripts/run").toString();
    }

    private void awaitLink() throws IOException, InterruptedException {
        Matcher link = LINK.matcher("");
        linkMillis = await(output -> link.reset(output).find());
        url = link.group(1);
    }

    /** Waits until it says that it is on air. */
    Program awaitOnAir() throws IOException, InterruptedException {
        onAirMillis = await(output -> output.contains(ON_AIR));
        return this;
    }

    // Milliseconds since the start.
    private double await(Predicate<String> said) throws IOException, InterruptedException {
        while (true) {
            String output = Files.readString(log);
            double now = (System.nanoTime() - started) / 1e6;
            if (said.test(output)) {
                return now;
            }
            if (!process.alive() || now > LIMIT_SECONDS * 1000) {
                throw new IOException("the program did not go on air; it said:\n" + output);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    String url() {
        return url;
    }

    String password() {
        return password;
    }

    /** When it was started, by {@link System#nanoTime}. */
    long started() {
        return started;
    }

    double linkMillis() {
        return linkMillis;
    }

    double onAirMillis() {
        return onAirMillis;
    }

    ProcessHandle desk() {
        return process.handle();
    }

    /** The desk and the studio. */
    List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> studios =
                process.handle().children().filter(Program::isStudio).toList();
        if (studios.size() != 1) {
            throw new IOException("the program has " + studios.size() + " studios");
        }
        return Stream.concat(Stream.of(process.handle()), studios.stream()).toList();
    }

    private static boolean isStudio(ProcessHandle child) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(child.pid()), "cmdline"))
                    .contains(STUDIO);
        } catch (IOException gone) {
            return false;
        }
    }

    /** All that it has printed. */
    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.close();
        Folders.delete(folder);
    }
}
