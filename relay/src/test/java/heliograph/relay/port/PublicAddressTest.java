package heliograph.relay.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.relay.dtls.DtlsIdentity;
import heliograph.relay.dtls.Handshakes;
import heliograph.relay.srtp.ProtectionProfile;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a description says of where the port is seen from elsewhere. */
class PublicAddressTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final InetSocketAddress SEEN = new InetSocketAddress("203.0.113.7", 40000);

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void withoutAServerThereAreTheSocketsAddressesAlone() throws Exception {
        Port port = port(Optional.empty(), List.of());
        assertThat(port.sockets().candidates())
                .containsExactly("1 1 udp 2130706431 127.0.0.1 " + port.number() + " typ host");
    }

    @Test
    void whatAServerSeesIsACandidateWithItsBase() throws Exception {
        Port port = port(Optional.empty(), List.of(server(SEEN).address()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(port.sockets().candidates())
                        .contains("2 1 udp 1694498559 203.0.113.7 40000 typ srflx raddr 127.0.0.1 rport "
                                + port.number()));
        assertThat(port.mappedAddresses()).containsExactly(SEEN);
    }

    @Test
    void aServerIsAskedAgainAndAgainAndAnotherAnswerCounts() throws Exception {
        StunServer server = server(SEEN);
        Port port = port(Optional.empty(), List.of(server.address()));
        await().atMost(PATIENCE).until(() -> server.asked.get() >= 3);
        InetSocketAddress later = new InetSocketAddress("203.0.113.8", 40001);
        server.say(later);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(port.mappedAddresses()).containsExactly(later));
    }

    @Test
    void theNextServerIsAskedIfOneIsSilentAndWhatNobodySaysAnyMoreIsForgotten() throws Exception {
        StunServer silent = server(null);
        StunServer talking = server(SEEN);
        Port port = port(Optional.empty(), List.of(silent.address(), talking.address()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(port.mappedAddresses()).containsExactly(SEEN));
        assertThat(silent.asked).hasValue(4);
        talking.say(null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(port.mappedAddresses()).isEmpty());
    }

    @Test
    void anAddressThatIsTheSocketsOwnIsNoCandidateTwice() throws Exception {
        StunServer server = server(SEEN);
        Port port = port(Optional.empty(), List.of(server.address()));
        server.say(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(port.sockets().candidates()).hasSize(1));
    }

    @Test
    void aPublicAddressThatSomebodyToldIsAHostCandidate() throws Exception {
        InetAddress told = InetAddress.getByAddress(new byte[] {(byte) 198, 51, 100, 1});
        assertThat(port(Optional.of(new InetSocketAddress(told, 4433)), List.of())
                        .sockets()
                        .candidates())
                .contains("2 1 udp 2130706175 198.51.100.1 4433 typ host");
        Port same = port(Optional.of(new InetSocketAddress(told, 0)), List.of());
        assertThat(same.sockets().candidates())
                .contains("2 1 udp 2130706175 198.51.100.1 " + same.number() + " typ host");
    }

    @Test
    void coturnSaysWhereThePortIs(@TempDir Path folder) throws Exception {
        int number = freePort();
        Path configuration = Files.write(
                folder.resolve("turnserver.conf"),
                List.of(
                        "listening-ip=127.0.0.1",
                        "listening-port=" + number,
                        "stun-only",
                        "no-tls",
                        "no-dtls",
                        "no-cli",
                        "allow-loopback-peers",
                        "simple-log",
                        "log-file=" + folder.resolve("turnserver.log"),
                        "pidfile=" + folder.resolve("turnserver.pid"),
                        "userdb=" + folder.resolve("turnserver.db")));
        Process coturn = new ProcessBuilder("turnserver", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        opened.add(() -> coturn.destroyForcibly().waitFor());
        Port port = port(Optional.empty(), List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), number)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(port.mappedAddresses())
                        .containsExactly(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number())));
    }

    /** For UDP and TCP; below those of which the system gives one to whoever asks for any, so that it stays free. */
    private static int freePort() throws IOException {
        Random random = new Random();
        while (true) {
            int port = 20_000 + random.nextInt(10_000);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (DatagramSocket udp = new DatagramSocket(port, InetAddress.getLoopbackAddress());
                ServerSocket tcp = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return udp.isBound() && tcp.isBound();
        } catch (BindException taken) {
            return false;
        }
    }

    private StunServer server(@Nullable InetSocketAddress says) throws Exception {
        StunServer server = new StunServer(says);
        opened.add(server);
        return server;
    }

    private Port port(Optional<InetSocketAddress> told, List<InetSocketAddress> servers) throws Exception {
        Handshakes handshakes =
                new Handshakes(DtlsIdentity.create(InstantSource.system()), List.of(ProtectionProfile.values()));
        opened.add(handshakes);
        Port port = new Port(
                new PortSettings(
                        "relay",
                        0,
                        List.of(InetAddress.getLoopbackAddress()),
                        told,
                        servers,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(200)),
                handshakes);
        port.start();
        opened.add(port);
        return port;
    }
}
