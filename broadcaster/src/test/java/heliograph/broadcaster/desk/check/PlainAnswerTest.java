package heliograph.broadcaster.desk.check;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.ice.IceUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** STUN and TURN over TLS, asked of a port that speaks something else. */
@Timeout(60)
class PlainAnswerTest {
    private static void answer(ServerSocket server) {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    byte[] refusal = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
                    socket.getOutputStream().write(refusal);
                    // Until the other side has heard it.
                    socket.getInputStream().readAllBytes();
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    @Test
    void thatThereIsNoTlsIsSaidOfStunAndOfTurn() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answer(server), "no-tls");
            thread.setDaemon(true);
            thread.start();
            IceUrl stun =
                    IceUrl.parse("stuns:127.0.0.1:" + server.getLocalPort()).orElseThrow();
            IceUrl turn =
                    IceUrl.parse("turns:127.0.0.1:" + server.getLocalPort()).orElseThrow();
            Finding expected = Finding.failed("check.tls", "127.0.0.1");
            assertThat(new StunCheck(stun).look()).isEqualTo(expected);
            assertThat(new TurnCheck(turn, "u", "p").look()).isEqualTo(expected);
        }
    }
}
