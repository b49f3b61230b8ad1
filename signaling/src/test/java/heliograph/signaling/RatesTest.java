package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.signaling.http.ConnectionLimits;
import heliograph.signaling.http.WhepLimits;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.room.RoomLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often one network may come, and how much one visitor may have who comes through a proxy. */
class RatesTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String PROXY = "127.0.0.9";
    private static final String UPGRADE = """
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
            """;

    private final List<Socket> sockets = new ArrayList<>();

    @TempDir
    private Path data;

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private TestServer limited(int atOnce) throws Exception {
        ConnectionLimits limits = new ConnectionLimits(2000, 1000, new RoomLimits.Rate(atOnce, 1), LONG, LONG);
        return TestServer.start(data, new HttpsSettings("127.0.0.1", 0, null), limits);
    }

    private TestServer behindProxy(int ofOne) throws Exception {
        ConnectionLimits limits = new ConnectionLimits(2000, ofOne, new RoomLimits.Rate(1000, 1000), LONG, LONG);
        return TestServer.startBehindProxy(data, PROXY, limits);
    }

    /** The status of the answer; 0 where the connection was closed instead. The connection stays open. */
    private int ask(String from, int port, String head) {
        try {
            Socket socket = new Socket();
            sockets.add(socket);
            socket.setSoTimeout(20_000);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return line.length() < 12 ? 0 : Integer.parseInt(line.substring(9));
        } catch (IOException reset) {
            return 0;
        }
    }

    private int page(String from, TestServer t) {
        return ask(from, t.server.watchUri().getPort(), "GET / HTTP/1.1\r\nHost: localhost\r\n");
    }

    private int socket(String client, TestServer t) {
        return ask(
                PROXY,
                t.server.watchUri().getPort(),
                "GET /ws HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + client + "\r\n" + UPGRADE);
    }

    @Test
    void whoComesTooOftenIsClosedUnreadUntilTimeHasPassedThoughNoneIsOpen() throws Exception {
        try (TestServer t = limited(3)) {
            for (int i = 0; i < 3; i++) {
                assertThat(page("127.0.0.2", t)).isEqualTo(200);
                sockets.get(i).close();
            }
            assertThat(page("127.0.0.2", t)).isZero();
            assertThat(page("127.0.0.3", t)).isEqualTo(200);
            t.clock.advance(Duration.ofSeconds(1));
            assertThat(page("127.0.0.2", t)).isEqualTo(200);
            assertThat(page("127.0.0.2", t)).isZero();
        }
    }

    @Test
    void aFloodAtTheDoorWithTlsLeavesThePlainDoorOpenEvenToTheSameAddress() throws Exception {
        try (TestServer t = limited(3)) {
            for (int i = 0; i < 10; i++) {
                // That is no TLS: it is closed, perhaps with an alert before.
                assertThat(ask("127.0.0.1", t.securePort(), head("198.51.100.1")))
                        .isZero();
            }
            assertThat(page("127.0.0.1", t)).isEqualTo(200);
        }
    }

    @Test
    void oneVisitorBehindAProxyHasNoMoreSocketsThanOneWithout() throws Exception {
        try (TestServer t = behindProxy(3)) {
            for (int i = 0; i < 3; i++) {
                assertThat(socket("198.51.100.1", t)).isEqualTo(101);
            }
            assertThat(socket("198.51.100.1", t)).isEqualTo(429);
            assertThat(socket("198.51.100.2", t)).isEqualTo(101);
            // A request of its own is one too many as well, and none that is over counts any more.
            for (int i = 0; i < 10; i++) {
                assertThat(ask(PROXY, t.server.watchUri().getPort(), head("198.51.100.1")))
                        .isEqualTo(429);
                assertThat(ask(PROXY, t.server.watchUri().getPort(), head("198.51.100.3")))
                        .isEqualTo(200);
            }
            sockets.get(0).close();
            await().untilAsserted(() -> assertThat(socket("198.51.100.1", t)).isEqualTo(101));
            assertThat(socket("198.51.100.1", t)).isEqualTo(429);
        }
    }

    @Test
    void theNetworksOfASiteHaveTogetherAsMuchAsTwo() throws Exception {
        try (TestServer t = behindProxy(2)) {
            for (String network : List.of("1", "1", "2", "2")) {
                assertThat(socket("2001:db8:7:" + network + "::1", t)).isEqualTo(101);
            }
            assertThat(socket("2001:db8:7:3::1", t)).isEqualTo(429);
            assertThat(socket("2001:db8:8:3::1", t)).isEqualTo(101);
        }
    }

    @Test
    void aTrustedProxyKeepsItsConnectionAndOneVisitorBehindItHasARate() throws Exception {
        ConnectionLimits limits = new ConnectionLimits(2000, 100, new RoomLimits.Rate(1, 1), LONG, LONG);
        try (TestServer t = TestServer.startBehindProxy(data, PROXY, limits);
                Socket proxy = new Socket()) {
            proxy.setSoTimeout(20_000);
            proxy.bind(new InetSocketAddress(PROXY, 0));
            proxy.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), t.server.watchUri().getPort()));
            List<String> statuses = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                statuses.add(status(proxy, "198.51.100.1"));
            }
            assertThat(statuses).containsOnly("200");
            assertThat(status(proxy, "198.51.100.1")).isEqualTo("429");
            assertThat(status(proxy, "198.51.100.2")).isEqualTo("200");
        }
    }

    /** Of an answer without a body, on a connection that stays. */
    private static String status(Socket proxy, String client) throws IOException {
        proxy.getOutputStream()
                .write(("HEAD / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + client + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = proxy.getInputStream().read();
            assertThat(next).as("after %s", head).isNotNegative();
            head.append((char) next);
        }
        return head.substring(9, 12);
    }

    @Test
    void allWhomAProxyDoesNotNameAreCountedAsOneVisitor() throws Exception {
        try (TestServer t = behindProxy(3)) {
            for (String nobody : List.of(PROXY, "unknown", "_hidden")) {
                assertThat(socket(nobody, t)).isEqualTo(101);
            }
            assertThat(socket("unknown", t)).isEqualTo(429);
            assertThat(socket(PROXY, t)).isEqualTo(429);
            assertThat(socket("198.51.100.1", t)).isEqualTo(101);
        }
    }

    @Test
    void oneSignInHasSoManyOffersAndAnotherHasItsOwn() throws Exception {
        try (TestServer t = TestServer.start(data)) {
            String token = t.viewerToken();
            for (int i = 0; i < WhepLimits.DEFAULT.offerRate().burst(); i++) {
                assertThat(offer(t, token).statusCode()).isEqualTo(409);
            }
            HttpResponse<String> refused = offer(t, token);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(offer(t, t.viewerToken()).statusCode()).isEqualTo(409);
            t.clock.advance(Duration.ofSeconds(1));
            assertThat(offer(t, token).statusCode()).isEqualTo(409);
        }
    }

    @Test
    void signingInAnewGivesNobodyAnotherRateOfComingIn() throws Exception {
        RoomLimits.Rate rate = RoomLimits.forViewers(TestServer.MAX_VIEWERS).comingRate();
        try (TestServer t = TestServer.start(data)) {
            String token = t.viewerToken();
            for (int i = 0; i < rate.burst(); i++) {
                assertThat(come(t, token)).isNull();
            }
            assertThat(come(t, t.viewerToken())).isEqualTo(ErrorCode.TOO_FAST);
            HttpResponse<String> player = offer(t, t.viewerToken());
            assertThat(player.statusCode()).isEqualTo(429);
            t.clock.advance(Duration.ofSeconds(1));
            assertThat(come(t, t.viewerToken())).isNull();
        }
    }

    /** Why not; null where it was let in, and has gone again. */
    private static @Nullable ErrorCode come(TestServer t, String token) throws InterruptedException {
        try (Client client = t.connect()) {
            client.say(new Message.Join(token));
            if (client.next() instanceof Message.Refused refused) {
                return refused.code();
            }
            client.say(new Message.Leave(null, null));
            client.closeCode();
            return null;
        }
    }

    private static String head(String client) {
        return "GET / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + client + "\r\n";
    }

    private static HttpResponse<String> offer(TestServer t, String token) throws Exception {
        return t.send(HttpRequest.newBuilder(t.uri("/whep"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/sdp")
                .POST(HttpRequest.BodyPublishers.ofString("v=0\r\nm=video\r\n")));
    }
}
