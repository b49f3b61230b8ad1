package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Awaitility.with;

import heliograph.signaling.http.ConnectionLimits;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.room.RoomLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers can and cannot do to the others by opening connections; each of 127.0.0.0/8 is a stranger of its own. */
class ConnectionLimitsTest extends WithStrangers {
    private static final Duration LONG = Duration.ofMinutes(5);
    static final RoomLimits.Rate ANY_RATE = new RoomLimits.Rate(100_000, 100_000);
    private static final String HEAD = "GET / HTTP/1.1\r\nHost: localhost\r\n";

    private TestServer start(ConnectionLimits limits) throws Exception {
        TestServer started = TestServer.start(data, new HttpsSettings("127.0.0.1", 0, null), limits);
        server = started;
        return started;
    }

    private static ConnectionLimits ofOne(int connections) {
        return new ConnectionLimits(2000, connections, ANY_RATE, LONG, LONG);
    }

    private static ConnectionLimits within(Duration waiting, Duration underWay) {
        return new ConnectionLimits(2000, 1000, ANY_RATE, waiting, underWay);
    }

    @Test
    void aThousandSilentSocketsFromOneAddressKeepNobodyElseOut() throws Exception {
        ConnectionLimits usual = ConnectionLimits.forViewers(TestServer.MAX_VIEWERS);
        // None of the silent ones may be cut for its silence while the last of them are opened.
        TestServer t = start(
                new ConnectionLimits(usual.connections(), usual.connectionsOfOne(), usual.rateOfOne(), LONG, LONG));
        try (FakeBroadcaster broadcaster = t.onAir();
                Client first = t.connect();
                Client second = t.connect();
                Client third = t.connect()) {
            List<String> sessions = new ArrayList<>();
            for (Client viewer : List.of(first, second, third)) {
                viewer.join(t.viewerToken());
                sessions.add(
                        Objects.requireNonNull(viewer.hear(Message.Live.class).session()));
            }
            for (int i = 0; i < 1000; i++) {
                // Of both doors: the limit is for both together.
                open("127.0.0.2", i % 2 == 0 ? plainPort(t) : t.securePort());
            }
            await().untilAsserted(() -> assertThat(stillOpen()).isEqualTo(256));
            // Those who watch go on, and somebody else comes in.
            for (String session : sessions) {
                broadcaster.client.say(new Message.Candidate(session, "candidate:1", "0", 0));
            }
            for (Client viewer : List.of(first, second, third)) {
                assertThat(viewer.hear(Message.Candidate.class).candidate()).isEqualTo("candidate:1");
            }
            assertThat(t.send(HttpRequest.newBuilder(t.uri("/"))).statusCode()).isEqualTo(200);
            try (Client newcomer = t.connect()) {
                newcomer.join(t.viewerToken());
                newcomer.hear(Message.Live.class);
            }
        }
    }

    @Test
    void whoHasTooManyOpenCanComeAgainWhenSomeAreClosed() throws Exception {
        TestServer t = start(ofOne(3));
        for (int i = 0; i < 3; i++) {
            assertThat(answered("127.0.0.2", t)).isTrue();
        }
        assertThat(answered("127.0.0.2", t)).isFalse();
        assertThat(answered("127.0.0.3", t)).isTrue();
        sockets.get(0).close();
        await().untilAsserted(() -> assertThat(answered("127.0.0.2", t)).isTrue());
        assertThat(answered("127.0.0.2", t)).isFalse();
    }

    @Test
    void aSocketOfTheRoomCountsAsWell() throws Exception {
        TestServer t = start(ofOne(2));
        Client one = t.connect();
        try (Client two = t.connect()) {
            assertThat(one.isOpen() && two.isOpen()).isTrue();
            await().untilAsserted(() -> assertThat(answered("127.0.0.1", t)).isFalse());
            one.close();
            await().untilAsserted(() -> assertThat(answered("127.0.0.1", t)).isTrue());
        }
    }

    @Test
    void aProxyThatIsTrustedSpeaksForMany() throws Exception {
        TestServer t = TestServer.startBehindProxy(data, "127.0.0.9", ofOne(1));
        server = t;
        for (int i = 0; i < 5; i++) {
            assertThat(answered("127.0.0.9", t)).isTrue();
        }
        assertThat(answered("127.0.0.2", t)).isTrue();
        assertThat(answered("127.0.0.2", t)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSilentSocketIsCut(boolean secure) throws Exception {
        TestServer t = start(within(Duration.ofMillis(300), LONG));
        Socket silent = open("127.0.0.2", secure ? t.securePort() : plainPort(t));
        assertThat(endsWhileSending(silent, "")).isTrue();
    }

    @Test
    void aHeadThatComesByteByByteIsCutThoughBytesKeepComing() throws Exception {
        TestServer t = start(within(Duration.ofSeconds(1), LONG));
        assertThat(endsWhileSending(open("127.0.0.2", plainPort(t)), HEAD + "X-Slow: " + "a".repeat(4000)))
                .isTrue();
    }

    @Test
    void aSecondHeadOnAConnectionHasNoMoreTime() throws Exception {
        TestServer t = start(within(Duration.ofSeconds(5), LONG));
        Socket socket = open("127.0.0.2", plainPort(t));
        socket.getOutputStream().write((HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200 OK");
        assertThat(endsWhileSending(socket, HEAD + "X-Slow: " + "a".repeat(4000)))
                .isTrue();
    }

    @Test
    void aBodyThatComesByteByByteIsCutThoughBytesKeepComing() throws Exception {
        TestServer t = start(within(LONG, Duration.ofSeconds(1)));
        Socket socket = open("127.0.0.2", plainPort(t));
        socket.getOutputStream().write("""
                        POST /api/login HTTP/1.1\r
                        Host: localhost\r
                        Content-Type: application/json\r
                        Content-Length: 4000\r
                        \r
                        """.getBytes(StandardCharsets.US_ASCII));
        assertThat(endsWhileSending(socket, "{".repeat(4000))).isTrue();
    }

    @Test
    void theRoomsSocketsAreNotTakenForSlowRequests() throws Exception {
        TestServer t = start(within(Duration.ofSeconds(8), Duration.ofSeconds(8)));
        String token = t.viewerToken();
        TrustingClient trusting = new TrustingClient();
        URI secure = URI.create("wss://" + t.secureUri("/").getAuthority() + "/ws");
        try (Client plain = t.connect();
                Client overTls = new Client(trusting.http(), secure)) {
            plain.join(token);
            overTls.join(token);
            long before = System.nanoTime();
            await().pollDelay(Duration.ZERO)
                    .until(() -> System.nanoTime() - before > 9_000_000_000L || !plain.isOpen() || !overTls.isOpen());
            assertThat(plain.isOpen() && overTls.isOpen()).isTrue();
        }
    }

    @Test
    void whoAsksInTimeIsNotCut() throws Exception {
        TestServer t = start(within(Duration.ofSeconds(8), Duration.ofSeconds(8)));
        Socket socket = open("127.0.0.2", plainPort(t));
        long before = System.nanoTime();
        // Not so often that the connection ends for that.
        with().pollInterval(Duration.ofMillis(500)).await().until(() -> {
            assertThat(head(socket)).startsWith("HTTP/1.1 200");
            return System.nanoTime() - before > 9_000_000_000L;
        });
    }

    @Test
    void aConnectionEndsWithTheAnswerToItsSixtyFourthRequest() throws Exception {
        TestServer t = start(within(LONG, LONG));
        Socket socket = open("127.0.0.2", plainPort(t));
        for (int i = 1; i < 64; i++) {
            assertThat(head(socket)).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("connection: close");
        }
        assertThat(head(socket)).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
        assertThat(socket.getInputStream().read()).isNegative();
        assertThat(answered("127.0.0.2", t)).as("on another one").isTrue();
    }

    /** The head of the answer to a request on a connection that stays. */
    private static String head(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("after %s", answer).isNotNegative();
            answer.append((char) next);
        }
        return answer.toString();
    }

    private Socket open(String from, int port) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(20_000);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        sockets.add(socket);
        return socket;
    }

    /** Whether a new connection from there is answered; it stays open. */
    private boolean answered(String from, TestServer t) {
        try {
            Socket socket = open(from, plainPort(t));
            socket.getOutputStream()
                    .write("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == 'H';
        } catch (SocketTimeoutException e) {
            throw new AssertionError("neither answered nor refused", e);
        } catch (IOException refused) {
            return false;
        }
    }

    private long stillOpen() {
        return sockets.stream().filter(ConnectionLimitsTest::isOpen).count();
    }

    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends a byte now and then, and sees whether the server ends the connection in the middle of it. */
    private static boolean endsWhileSending(Socket socket, String text) throws IOException {
        socket.setSoTimeout(20);
        long before = System.nanoTime();
        for (int i = 0; System.nanoTime() - before < 30_000_000_000L; i++) {
            try {
                if (i < text.length()) {
                    socket.getOutputStream().write(text.charAt(i));
                }
                // What is still unread of an answer before is passed over.
                while (socket.getInputStream().read() >= 0) {
                    assertThat(i).isLessThan(Math.max(1, text.length()));
                }
                return true;
            } catch (SocketTimeoutException e) {
                // It waits for the rest.
                assertThat(i).as("bytes sent").isLessThan(Math.max(1500, text.length()));
            } catch (IOException e) {
                return true;
            }
        }
        return false;
    }

    private static int plainPort(TestServer t) {
        return t.server.watchUri().getPort();
    }
}
