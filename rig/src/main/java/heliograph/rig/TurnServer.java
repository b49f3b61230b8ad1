package heliograph.rig;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A coturn of a test's own: on the loopback, on a free port, with a secret that its configuration alone holds; any thread. */
public final class TurnServer implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;

    private final Path folder;
    private final Path log;
    private final int port;
    private final Child process;

    private TurnServer(Path folder, int port, String secret) {
        this.folder = folder;
        this.log = folder.resolve("turnserver.log");
        this.port = port;
        Path configuration = folder.resolve("turnserver.conf");
        write(
                configuration,
                "listening-ip=" + ADDRESS,
                "relay-ip=" + ADDRESS,
                "listening-port=" + port,
                "min-port=49152",
                "max-port=65535",
                "realm=heliograph.example",
                "use-auth-secret",
                "static-auth-secret=" + secret,
                "allow-loopback-peers",
                "no-cli",
                "no-tls",
                "no-dtls",
                "log-file=stdout",
                "pidfile=" + folder.resolve("turnserver.pid"),
                "userdb=" + folder.resolve("turndb"),
                "verbose");
        this.process = Child.start(List.of("turnserver", "-c", configuration.toString()), environment -> {}, log);
    }

    /** One with this secret, ready to be used. */
    public static TurnServer start(String secret) {
        Programs.require("turnserver");
        TurnServer server = new TurnServer(Folders.temporary("turn"), freePort(), secret);
        try {
            await("coturn on port " + server.port)
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            server.said("IPv4. TCP listener opened on") && server.said("IPv4. UDP listener opened on"));
            return server;
        } catch (RuntimeException e) {
            String output = server.output();
            server.close();
            throw new IllegalStateException("coturn did not start; it said:\n" + output, e);
        }
    }

    /** Its URL; {@code transport} is {@code udp} or {@code tcp}. */
    public String url(String transport) {
        return "turn:" + ADDRESS + ":" + port + "?transport=" + transport;
    }

    /** All that it logged. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean said(String text) {
        return output().contains(text);
    }

    @Override
    public void close() {
        process.close();
        Folders.delete(folder);
    }

    /** The configuration holds a secret, so that it is this user's alone from the first. */
    private static void write(Path file, String... lines) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Free for UDP and for TCP, and of those that no system hands out by itself between this look and coturn's. */
    private static int freePort() {
        Random random = new Random();
        while (true) {
            int port = FIRST_PORT + random.nextInt(PORTS);
            try (ServerSocket tcp = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
                return udp.getLocalPort();
            } catch (BindException taken) {
                // Another one then.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
