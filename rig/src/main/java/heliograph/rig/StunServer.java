package heliograph.rig;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A coturn that answers STUN and nothing else, on a host of a test's own; any thread. */
public final class StunServer implements AutoCloseable {
    private static final int PORT = 3478;

    private final Path folder;
    private final String address;
    private final Child process;

    private StunServer(Path folder, Host host, String address) {
        this.folder = folder;
        this.address = address;
        this.process = host.start(
                List.of(
                        "turnserver",
                        "-n",
                        "--stun-only",
                        "--no-cli",
                        "--no-tls",
                        "--no-dtls",
                        "--verbose",
                        "--listening-ip",
                        address,
                        "--listening-port",
                        Integer.toString(PORT),
                        "--log-file",
                        "stdout",
                        "--userdb",
                        folder.resolve("turndb").toString(),
                        "--pidfile",
                        folder.resolve("turnserver.pid").toString()),
                environment -> {},
                log());
    }

    /**
     * One that is ready to be asked.
     *
     * @param address one of the host's
     */
    public static StunServer start(Host host, String address) {
        Programs.require("turnserver");
        StunServer server = new StunServer(Folders.temporary("stun"), host, address);
        try {
            await("coturn on " + host)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> server.output().contains("IPv4. UDP listener opened on"));
            return server;
        } catch (RuntimeException e) {
            String output = server.output();
            server.close();
            throw new IllegalStateException("coturn did not start; it said:\n" + output, e);
        }
    }

    /** Its URL. */
    public String url() {
        return "stun:" + address + ":" + PORT;
    }

    private Path log() {
        return folder.resolve("log");
    }

    private String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        Folders.delete(folder);
    }
}
