package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two servers could read in two ways, and requests for another server: none of them is answered as one of ours. */
class StrictRequestsTest extends WithServer {
    private static final String SMUGGLED = "GET /types/probe.js HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "Content-Length: 5, 6\r\n\r\nhello",
                "Content-Length: +5\r\n\r\nhello",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x5\r\n\r\nhello",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
                "X-Folded: a\r\n b\r\n\r\n",
                "X-Folded: a\r\n\tb\r\n\r\n",
                " X-First: a\r\n\r\n",
                "No-Colon\r\n\r\n",
                "X-Nul: a\u0000b\r\n\r\n",
                "X-Bare: a\nX-Other: b\r\n\r\n",
                "X-Bare: a\rX-Other: b\r\n\r\n",
                "X Space: a\r\n\r\n",
                ": empty\r\n\r\n",
                "Host: other\r\n\r\n",
            })
    void aHeadWithTwoReadingsIsRefusedAndNothingAfterItIsRead(String fields) throws Exception {
        String answer = raw("POST /api/login HTTP/1.1\r\nHost: localhost\r\n" + fields + SMUGGLED);
        assertThat(answer).containsPattern("^HTTP/1.1 (400|501) ");
        assertThat(answer.split("HTTP/1.1 ", -1)).as("answers").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\nhello\r\n0\r\n\r\n",
                "5 hello\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "fffffffffffffffff\r\n\r\n",
                "5\r\nhelloX0\r\n\r\n"
            })
    void aChunkWithTwoReadingsIsRefusedAndNothingAfterItIsRead(String chunks) throws Exception {
        String answer = raw("POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunks + SMUGGLED);
        assertThat(answer.split("HTTP/1.1 ", -1)).as("answers in %s", answer).hasSizeLessThanOrEqualTo(2);
        assertThat(answer).doesNotContain("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nHost: localhost\n\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET http://a/ HTTP/1.1\r\nHost: b\r\n\r\n",
                "GET http:/p HTTP/1.1\r\nHost:\r\n\r\n",
                "GET /\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "get / HTTP/1.1\r\nHost: localhost\r\n\r\n ",
                "GET / HTTP/1.1 extra\r\nHost: localhost\r\n\r\n",
                "GET /\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            })
    void aRequestLineOrHostThatIsNoneIsRefused(String request) throws Exception {
        assertThat(raw(request))
                .containsPattern("^HTTP/1.1 (400|405|421|426|505) ")
                .doesNotContain("Heliograph</title>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.0.0.1:8080",
                "192.0.2.7",
                "[::1]:80",
                "LOCALHOST",
                "cam.example.org"
            })
    void theServerGoesByItsAddressesAndByTheNamesThatItWasTold(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    /** A page of evil.example's, whose name leads to 127.0.0.1 today (DNS rebinding), is of the same origin with what it asks for. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example"})
    void byAnyOtherNameItIsNotThisServer(String host) throws Exception {
        for (String path : new String[] {"/", "/api/login", "/whep"}) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 421")
                    .contains("--allowed-origin");
        }
        assertThat(raw("GET /ws HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host + "\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void thePageThatAProxyShowsMayConnect() {
        new Client(t.http, t.server.roomUri(), "https://cam.example.org").close();
        new Client(t.http, t.server.roomUri(), "HTTPS://CAM.example.org").close();
        for (String origin :
                new String[] {"http://cam.example.org", "https://cam.example.org:444", "https://cam.example"}) {
            assertThatThrownBy(() -> new Client(t.http, t.server.roomUri(), origin))
                    .hasMessageContaining("WebSocketHandshakeException");
        }
    }

    /** All that comes until the server closes. */
    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), t.server.watchUri().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
