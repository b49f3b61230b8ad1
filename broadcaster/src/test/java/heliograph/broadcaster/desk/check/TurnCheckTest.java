package heliograph.broadcaster.desk.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.desk.check.Finding.State;
import heliograph.broadcaster.desk.text.Words;
import heliograph.rig.TurnServer;
import heliograph.signaling.ice.IceServers;
import heliograph.signaling.ice.IceUrl;
import heliograph.signaling.ice.TurnCredentials;
import heliograph.signaling.protocol.IceServer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the real coturn. */
@Timeout(120)
class TurnCheckTest {
    private static final String SECRET = "a-secret-of-this-test-7c1f";
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    private static TurnServer server;

    @BeforeAll
    static void start() {
        server = TurnServer.start(SECRET);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Check check(String text, String secret) {
        IceServer ice = new IceServers(List.of(), List.of(text), new TurnCredentials.Shared(secret))
                .of("check", Instant.now())
                .get(0);
        return new TurnCheck(
                IceUrl.parse(text).orElseThrow(), String.valueOf(ice.username()), String.valueOf(ice.credential()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void goodCredentialsAreFineAndTheAllocationIsGivenBack(String transport) throws InterruptedException {
        long before = released();
        Finding finding = check(server.url(transport), SECRET).look();
        assertThat(finding.state()).isEqualTo(State.FINE);
        assertThat(finding.found().in(WORDS)).contains("127.0.0.1:");
        await().until(() -> released() > before);
    }

    private static long released() {
        return server.output()
                .lines()
                .filter(it -> it.contains("REFRESH processed, success"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void wrongOnesFailAndItIsSaidWhatToCompare(String transport) throws InterruptedException {
        Finding finding = check(server.url(transport), "another").look();
        assertThat(finding.state()).isEqualTo(State.FAILED);
        assertThat(finding.found().in(WORDS)).contains("does not take the credentials");
        assertThat(finding.advice().orElseThrow().in(WORDS)).contains("static-auth-secret");
    }

    @Test
    void aPortAtWhichNobodyIsFails() throws IOException, InterruptedException {
        int port;
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.79"))) {
            port = socket.getLocalPort();
        }
        for (String transport : List.of("udp", "tcp")) {
            Finding finding = check("turn:127.0.0.79:" + port + "?transport=" + transport, SECRET)
                    .look();
            assertThat(finding.state()).isEqualTo(State.FAILED);
            assertThat(finding.advice().orElseThrow().in(WORDS))
                    .contains(transport.toUpperCase(Locale.ROOT) + " " + port);
        }
    }

    @Test
    void aServerThatTakesAConnectionAndSaysNothingFailsInTime() throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "turn:127.0.0.1:" + silent.getLocalPort() + "?transport=tcp";
            assertThat(check(url, SECRET).look().found().key()).isEqualTo("check.turn.silent");
        }
    }

    @Test
    void whereThereIsNoTlsItIsSaid() throws InterruptedException {
        String url = server.url("tcp").replace("turn:", "turns:");
        Finding finding = check(url, SECRET).look();
        assertThat(finding.state()).isEqualTo(State.FAILED);
        assertThat(finding.found().key()).isIn("check.tls", "check.turn.silent");
    }

    @Test
    void nothingThatIsSaidHoldsTheSecretOrWhatIsMadeOfIt() throws InterruptedException {
        for (String secret : List.of(SECRET, "another")) {
            TurnCheck check = (TurnCheck) check(server.url("udp"), secret);
            Finding finding = check.look();
            assertThat(check + " " + finding + check.title() + check.late())
                    .doesNotContain(SECRET)
                    .doesNotContain(check.password())
                    .doesNotContain(check.username());
        }
    }
}
