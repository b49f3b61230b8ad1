package heliograph.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Listens on the loopback with tcpdump for the last packet of each frame, on its way to the relay and on its way from it: by
 * the kernel's clock at both ends, whatever the program says of itself and however late a receiver looks. It listens from its beginning
 * to its close. Used from the thread {@code main}.
 */
final class Capture implements AutoCloseable {
    // RTP's version and marker, and none of the types that are RTCP (RFC 5761, section 4).
    private static final String LAST_PACKETS =
            "udp and (udp[8] & 0xc0 = 0x80) and (udp[9] & 0x80 != 0) and not (udp[9] >= 192 and udp[9] <= 223)";
    // What tcpdump reads of each packet, and the lengths of what is before RTP in it.
    private static final String SNAPSHOT = "96";
    private static final int ETHERNET = 14;
    private static final int UDP = 8;
    private static final int GLOBAL_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private final Path file;
    private final Set<Integer> ports;
    private final @Nullable Process tcpdump;

    private Capture(Path file, Set<Integer> ports, @Nullable Process tcpdump) {
        this.file = file;
        this.ports = ports;
        this.tcpdump = tcpdump;
    }

    /** Listens from now on to the relay in this process. */
    static Capture start(ProcessHandle relay) throws IOException {
        Path file = Files.createTempFile("heliograph-bench-", ".pcap");
        return new Capture(file, udpPorts(relay), listen(file));
    }

    private static @Nullable Process listen(Path file) {
        try {
            return new ProcessBuilder(
                            "tcpdump", "-i", "lo", "-n", "-s", SNAPSHOT, "-B", "8192", "-w", "-", LAST_PACKETS)
                    .redirectOutput(file.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            return null;
        }
    }

    /** Ends, and tells how long each frame took through the relay, to each viewer, in milliseconds; nothing where nobody may listen. */
    Optional<List<Double>> hops() throws IOException, InterruptedException {
        if (tcpdump == null) {
            return Optional.empty();
        }
        tcpdump.destroy();
        tcpdump.waitFor();
        try (InputStream in = Files.newInputStream(file)) {
            return Files.size(file) == 0 ? Optional.empty() : Optional.of(Hops.of(read(in), ports));
        }
    }

    @Override
    public void close() throws IOException {
        if (tcpdump != null) {
            tcpdump.destroy();
        }
        Files.deleteIfExists(file);
    }

    // The ports of a process's UDP sockets, by proc(5).
    private static Set<Integer> udpPorts(ProcessHandle process) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    sockets.add(Files.readSymbolicLink(file).toString());
                }
            }
        }
        Set<Integer> ports = new HashSet<>();
        for (String table : List.of("/proc/net/udp", "/proc/net/udp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] words = line.trim().split("\\s+", -1);
                if (words.length > 9 && sockets.contains("socket:[" + words[9] + "]")) {
                    ports.add(Integer.parseInt(words[1].substring(words[1].indexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }

    /** Reads pcap's format (draft-ietf-opsawg-pcap), of Ethernet, UDP over IPv4 and RTP. */
    static List<LastPacket> read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        List<LastPacket> packets = new ArrayList<>();
        if (in.readNBytes(GLOBAL_HEADER).length < GLOBAL_HEADER) {
            return packets;
        }
        while (true) {
            byte[] header = in.readNBytes(RECORD_HEADER);
            if (header.length < RECORD_HEADER) {
                return packets;
            }
            ByteBuffer record = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            double time = record.getInt(0) * 1000.0 + record.getInt(4) / 1000.0;
            byte[] bytes = in.readNBytes(record.getInt(8));
            if (bytes.length < record.getInt(8)) {
                return packets;
            }
            ByteBuffer packet = ByteBuffer.wrap(bytes);
            int udp = ETHERNET + 4 * (bytes[ETHERNET] & 0x0f);
            if (bytes.length >= udp + UDP + 8) {
                packets.add(new LastPacket(
                        time,
                        packet.getShort(udp) & 0xffff,
                        packet.getShort(udp + 2) & 0xffff,
                        packet.getInt(udp + UDP + 4) & 0xffffffffL));
            }
        }
    }
}
