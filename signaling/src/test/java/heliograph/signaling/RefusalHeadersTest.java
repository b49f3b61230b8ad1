package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.http.ConnectionLimits;
import heliograph.signaling.tls.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers that keep browsers in check, on whatever is refused by whomever, at each door: plain, with our own certificate, with an operator's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalHeadersTest {
    private static final String LARGE = "x".repeat(9000);

    private enum Door {
        PLAIN,
        SELF_MADE,
        VOUCHED_FOR
    }

    private final TrustingClient trusting = new TrustingClient();
    private TestServer own;
    private TestServer operators;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        ConnectionLimits limits = new ConnectionLimits(
                2000,
                1000,
                ConnectionLimitsTest.ANY_RATE,
                ConnectionLimits.forViewers(1).waiting(),
                ConnectionLimits.forViewers(1).underWay());
        own = TestServer.start(folder.resolve("own"), new HttpsSettings("127.0.0.1", 0, null), limits);
        KeyPair issuer = Certificates.key("EC");
        KeyPair key = Certificates.key("EC");
        HttpsSettings.Files files = new HttpsSettings.Files(folder.resolve("crt.pem"), folder.resolve("key.pem"));
        Files.writeString(files.certificate(), Certificates.pem(Certificates.issued(key, issuer)));
        Files.writeString(files.key(), Certificates.pem(key));
        operators = TestServer.start(folder.resolve("operators"), new HttpsSettings("127.0.0.1", 0, files), limits);
    }

    @AfterAll
    void stop() {
        own.close();
        operators.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "400, GET / HTTP/1.1|X-None: no host",
        "400, GET / HTTP/1.1|Host: localhost|Host: localhost",
        "400, POST /api/login HTTP/1.1|Host: localhost|Content-Length: 1|Content-Length: 2",
        "400, GET /%zz HTTP/1.1|Host: localhost",
        "400, POST /api/login HTTP/1.1|Host: localhost|Content-Type: application/json|Content-Length: 1||x",
        "400, POST /api/invitation HTTP/1.1|Host: localhost|Content-Type: application/json|Content-Length: 2||{}",
        "401, POST /whep HTTP/1.1|Host: localhost",
        "401, POST /whep HTTP/1.1|Host: localhost|Authorization: Bearer none",
        "403, GET /ws HTTP/1.1|Host: localhost|Origin: https://elsewhere.example|Upgrade: websocket|Connection: Upgrade"
                + "|Sec-WebSocket-Version: 13|Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        "404, GET /nothing HTTP/1.1|Host: localhost",
        "404, GET /api/nothing HTTP/1.1|Host: localhost",
        "405, PUT / HTTP/1.1|Host: localhost",
        "405, GET /api/login HTTP/1.1|Host: localhost",
        "405, PUT /whep HTTP/1.1|Host: localhost",
        "413, POST /api/login HTTP/1.1|Host: localhost|Content-Type: application/json|Content-Length: 5000",
        "415, POST /api/login HTTP/1.1|Host: localhost|Content-Type: text/plain|Content-Length: 2||{}",
        "431, GET / HTTP/1.1|Host: localhost|X-Large: LARGE",
        "(414|431), GET /LARGE HTTP/1.1|Host: localhost",
        "50[15], GET / HTTP/3.0|Host: localhost",
        "(400|501), POST / HTTP/1.1|Host: localhost|Transfer-Encoding: xchunked",
    })
    void areOnWhateverIsRefused(String status, String request) throws IOException {
        String head = request.replace("LARGE", LARGE);
        for (Door door : Door.values()) {
            String answer = exchange(door, head);
            assertThat(answer).as("%s", door).containsPattern("^HTTP/1\\.1 " + status + " ");
            assertHeaders(door, answer);
        }
    }

    @Test
    void areOnAnAnswerForAHostThatIsNotThisOne() throws IOException {
        String answer = exchange(Door.PLAIN, "GET / HTTP/1.1|Host: elsewhere.example");
        assertThat(answer).startsWith("HTTP/1.1 421 ");
        assertHeaders(Door.PLAIN, answer);
    }

    @Test
    void areOnARefusalToLookAtAnotherGuess() throws IOException {
        String body = "{\"username\":\"anna\",\"password\":\"no\"}";
        String guess = "POST /api/login HTTP/1.1|Host: localhost|Content-Type: application/json|Content-Length: "
                + body.length() + "||" + body;
        for (Door door : Door.values()) {
            String answer = "";
            for (int i = 0; i < 5 && !answer.startsWith("HTTP/1.1 429 "); i++) {
                answer = exchange(door, guess);
            }
            assertThat(answer).startsWith("HTTP/1.1 429 ").contains("Retry-After: ");
            assertHeaders(door, answer);
        }
    }

    private static void assertHeaders(Door door, String answer) {
        assertThat(answer)
                .as("%s", door)
                .contains(
                        "Content-Security-Policy: default-src 'none'; script-src 'self';",
                        "frame-ancestors 'none'",
                        "X-Content-Type-Options: nosniff\r\n",
                        "Referrer-Policy: no-referrer\r\n",
                        "Permissions-Policy: ",
                        "Cross-Origin-Opener-Policy: same-origin\r\n",
                        "Cross-Origin-Resource-Policy: ",
                        "Cache-Control: no-store\r\n");
        assertThat(answer.contains("Strict-Transport-Security: "))
                .as("%s, to come never without TLS, %s", door, answer)
                .isEqualTo(door == Door.VOUCHED_FOR);
        assertThat(answer).doesNotContain("Server: ", "Jetty", "java.", "Exception");
    }

    /** All that is answered until the server closes; a bar is the end of a line. */
    private String exchange(Door door, String request) throws IOException {
        String text = request.replace("|", "\r\n");
        String ended = text.contains("\r\n\r\n")
                ? text.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                : text + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = open(door)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(ended.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private Socket open(Door door) throws IOException {
        return switch (door) {
            case PLAIN ->
                new Socket(
                        InetAddress.getLoopbackAddress(), own.server.watchUri().getPort());
            case SELF_MADE -> trusting.connect(own.secureUri("/"));
            case VOUCHED_FOR -> trusting.connect(operators.secureUri("/"));
        };
    }
}
