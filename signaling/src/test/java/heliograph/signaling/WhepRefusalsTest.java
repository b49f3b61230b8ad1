package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heliograph.signaling.http.ConnectionLimits;
import heliograph.signaling.room.RoomLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At WHEP's paths everybody who refuses speaks WHEP: pages of other origins can read why, and when to come again. */
class WhepRefusalsTest {
    private static final String LARGE = "a".repeat(9000);
    private static final String SESSION = "/whep/5cXlQp7ZQm2wM0n6oC3o1A";

    @TempDir
    private Path data;

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "POST, /whep, Host: evil.example, 421",
        "OPTIONS, /whep, Host: evil.example, 421",
        "PATCH, SESSION, Host: evil.example, 421",
        "DELETE, SESSION, Host: localhost|Content-Length: 1|Content-Length: 2, 400",
        "POST, /whep, Host: localhost|Transfer-Encoding: xchunked, 400",
        "POST, /whep, Host: localhost|Content-Length: 5|X-Large: LARGE, 431",
        "GET, /whep, X-None: no host, 400",
        "PUT, /whep, Host: localhost, 405",
        "PATCH, /whep, Host: localhost, 405",
        "POST, /whep/, Host: localhost, 401",
        "GET, SESSION/more, Host: localhost, 401",
        "POST, /%77hep, Host: localhost, 401",
        "POST, /whep, Host: localhost|Authorization: Bearer TOKEN|Content-Type: application/sdp|Content-Length: 70000, 413",
        "POST, /whep, Host: localhost|Authorization: Bearer TOKEN|Content-Length: 4, 415",
        "GET, SESSION, Host: localhost|Authorization: Bearer TOKEN, 404",
        "DELETE, SESSION/more, Host: localhost|Authorization: Bearer TOKEN, 404",
        "GET, /whep/, Host: localhost|Authorization: Bearer TOKEN, 404",
    })
    void whateverIsRefusedIsAProblemThatEveryPageMayRead(String method, String path, String fields, String status)
            throws Exception {
        try (TestServer t = TestServer.start(data)) {
            String head = fields.replace("|", "\r\n").replace("LARGE", LARGE).replace("TOKEN", t.viewerToken());
            String answer =
                    exchange(t, "127.0.0.1", method + " " + path.replace("SESSION", SESSION) + " HTTP/1.1\r\n" + head);
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
            assertProblem(answer, Integer.parseInt(status));
        }
    }

    @Test
    void aVisitorBehindAProxyWhoAsksTooOftenIsToldWhenToComeAgain() throws Exception {
        ConnectionLimits limits =
                new ConnectionLimits(2000, 0, new RoomLimits.Rate(1, 1), Duration.ofMinutes(5), Duration.ofMinutes(5));
        try (TestServer t = TestServer.startBehindProxy(data, "127.0.0.9", limits)) {
            for (String request : new String[] {"POST /whep", "PATCH " + SESSION}) {
                String answer = exchange(
                        t, "127.0.0.9", request + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100.1\r\n");
                assertThat(answer).startsWith("HTTP/1.1 429 ").contains("Retry-After: 6\r\n");
                assertProblem(answer, 429);
            }
        }
    }

    @Test
    void whereThereIsNoWhepTheApisFormIsKept() throws Exception {
        try (TestServer t = TestServer.start(data)) {
            for (String path : new String[] {"/", "/api/login", "/whepper", "/w", "/ws"}) {
                assertThat(exchange(t, "127.0.0.1", "GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n"))
                        .startsWith("HTTP/1.1 421 ")
                        .contains("Content-Type: application/json\r\n", "\"error\":\"misdirected-request\"")
                        .doesNotContain("Access-Control-");
            }
        }
    }

    /** RFC 9457, and what Fetch needs to show it to a page. */
    private static void assertProblem(String answer, int status) {
        assertThat(answer)
                .contains("Content-Type: application/problem+json\r\n")
                .contains("Access-Control-Allow-Origin: *\r\n")
                .containsPattern("Access-Control-Expose-Headers: [^\r]*Retry-After")
                .contains("Cache-Control: no-store\r\n")
                .contains("X-Content-Type-Options: nosniff\r\n");
        JsonObject problem = JsonParser.parseString(answer.substring(answer.indexOf("\r\n\r\n")))
                .getAsJsonObject();
        assertThat(problem.get("status").getAsInt()).isEqualTo(status);
        assertThat(problem.get("title").getAsString()).isNotBlank();
        assertThat(problem.get("detail").getAsString()).isNotBlank();
    }

    /** All that the server says to this request without a body, until it closes. */
    private static String exchange(TestServer t, String from, String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(60_000);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), t.server.watchUri().getPort()));
            socket.getOutputStream()
                    .write((request.stripTrailing() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
