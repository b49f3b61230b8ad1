package heliograph.bench.receiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many datagrams the kernel threw away because a socket's reader was too slow (proc(5), {@code /proc/net/udp}). Stateless. */
final class SocketDrops {
    private static final Path TABLE = Path.of("/proc/net/udp");
    private static final int LOCAL_ADDRESS = 1;

    private SocketDrops() {}

    /** By the socket's port. */
    static Map<Integer, Long> byPort() throws IOException {
        return parse(Files.readAllLines(TABLE));
    }

    static Map<Integer, Long> parse(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.trim().split("\\s+", -1))
                .collect(Collectors.toMap(
                        words -> Integer.parseInt(words[LOCAL_ADDRESS].substring(9), 16),
                        words -> Long.parseLong(words[words.length - 1]),
                        Long::sum));
    }
}
