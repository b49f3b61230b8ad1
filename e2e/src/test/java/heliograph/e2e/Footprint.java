package heliograph.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process of Java takes of its machine, as Linux and the JDK say.
 *
 * @param threads its own and the JVM's
 * @param heap what is reachable, in MiB, after all else was collected
 */
record Footprint(int sockets, int threads, double heap) {
    /** G1 says: garbage-first heap   total 65536K, used 14321K. */
    private static final Pattern USED = Pattern.compile("heap +total \\d+K, used (\\d+)K");

    static Footprint of(ProcessHandle process) {
        return new Footprint(sockets(process), threads(process), heap(process));
    }

    static int sockets(ProcessHandle process) {
        try (Stream<Path> files = Files.list(proc(process, "fd"))) {
            return Math.toIntExact(
                    files.filter(file -> target(file).startsWith("socket:")).count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int threads(ProcessHandle process) {
        try (Stream<Path> tasks = Files.list(proc(process, "task"))) {
            return Math.toIntExact(tasks.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process stands still for it. */
    static double heap(ProcessHandle process) {
        jcmd(process, "GC.run");
        String info = jcmd(process, "GC.heap_info");
        Matcher matcher = USED.matcher(info);
        if (!matcher.find()) {
            throw new IllegalStateException("no heap in: " + info);
        }
        return Long.parseLong(matcher.group(1)) / 1024.0;
    }

    private static String jcmd(ProcessHandle process, String order) {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process running = new ProcessBuilder(program.toString(), String.valueOf(process.pid()), order)
                    .redirectErrorStream(true)
                    .start();
            return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path proc(ProcessHandle process, String part) {
        return Path.of("/proc", String.valueOf(process.pid()), part);
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
