package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.http.ConnectionLimits;
import heliograph.signaling.protocol.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a few networks can do that take a door's places, each no more than it may; of 127.0.0.0/8 each is one. */
class CrowdedDoorTest extends WithStrangers {
    private static final int NETWORKS = 4;
    private static final int OF_ONE = 16;
    private static final Duration LONG = Duration.ofMinutes(5);

    /** As many places as four networks may have; time ends nobody's. */
    private TestServer start() throws Exception {
        TestServer started = TestServer.start(
                data,
                new HttpsSettings("127.0.0.1", 0, null),
                new ConnectionLimits(NETWORKS * OF_ONE, OF_ONE, ConnectionLimitsTest.ANY_RATE, LONG, LONG));
        server = started;
        return started;
    }

    /** What a connection that keeps its place does. */
    private enum Crowd {
        SILENT(""),
        KEPT("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        SLOW(
                "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");

        private final String sent;

        Crowd(String sent) {
            this.sent = sent;
        }
    }

    private void fill(int port, Crowd crowd) throws IOException {
        for (int i = 0; i < NETWORKS * OF_ONE; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            socket.setSoTimeout(60_000);
            socket.bind(new InetSocketAddress("127.0.0." + (2 + i % NETWORKS), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(crowd.sent.getBytes(StandardCharsets.US_ASCII));
            if (crowd == Crowd.KEPT) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void fourNetworksThatTakeAllPlacesKeepNeitherThoseWhoWatchNorNewcomersOut(Crowd crowd) throws Exception {
        TestServer t = start();
        try (FakeBroadcaster broadcaster = t.onAir();
                Client viewer = t.connect()) {
            viewer.join(t.viewerToken());
            String session =
                    Objects.requireNonNull(viewer.hear(Message.Live.class).session());
            fill(t.server.watchUri().getPort(), crowd);
            for (int i = 0; i < 20; i++) {
                try (Client newcomer = t.connect()) {
                    newcomer.join(t.viewerToken());
                    newcomer.hear(Message.Live.class);
                }
            }
            broadcaster.client.say(new Message.Candidate(session, "candidate:1", "0", 0));
            assertThat(viewer.hear(Message.Candidate.class).candidate()).isEqualTo("candidate:1");
        }
    }

    @Test
    void norAtTheDoorWithTls() throws Exception {
        TestServer t = start();
        fill(t.securePort(), Crowd.SILENT);
        for (int i = 0; i < 20; i++) {
            assertThat(new TrustingClient().get(t.secureUri("/")).statusCode()).isEqualTo(200);
        }
    }
}
