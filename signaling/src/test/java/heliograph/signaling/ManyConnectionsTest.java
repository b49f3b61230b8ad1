package heliograph.signaling;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyConnectionsTest {
    private static final String BEGUN = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

    @TempDir
    private Path data;

    @Test
    void whoTakesAllConnectionsThereAreShutsNobodyElseOut() throws Exception {
        List<Socket> held = new ArrayList<>();
        try (TestServer t = TestServer.start(data)) {
            for (int i = 0; i < 1000; i++) {
                held.add(begin(t, "127.0.0.1"));
            }
            try (Socket oneMore = begin(t, "127.0.0.1")) {
                assertThat(isClosed(oneMore)).isTrue();
            }
            try (Socket other = begin(t, "127.0.0.2")) {
                assertThat(answer(other)).startsWith("HTTP/1.1 200 ");
            }
            for (Socket socket : held) {
                socket.close();
            }
            // Those that are gone count no longer.
            await().untilAsserted(() -> {
                try (Socket again = begin(t, "127.0.0.1")) {
                    assertThat(answer(again)).startsWith("HTTP/1.1 200 ");
                }
            });
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    private static Socket begin(TestServer t, String from) throws IOException {
        Socket socket = new Socket(
                t.server.watchUri().getHost(), t.server.watchUri().getPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(BEGUN.getBytes(US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) {
        try {
            socket.getOutputStream().write("x\r\n\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(40), US_ASCII);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketException reset) {
            return true;
        }
    }
}
