package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardedOverHttpTest {
    @TempDir
    private Path temp;

    private static HttpResponse<String> guess(TestServer t, String header, String value) throws Exception {
        return t.send(HttpRequest.newBuilder(t.uri("/api/login"))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"anna\",\"password\":\"wrong\"}")));
    }

    @Test
    void behindATrustedProxyEachClientIsCountedByItself() throws Exception {
        try (TestServer t = TestServer.startBehindProxy(temp.resolve("data"))) {
            for (String header : new String[] {"Forwarded", "X-Forwarded-For"}) {
                String prefix = header.equals("Forwarded") ? "for=" : "";
                String attacker = prefix + (prefix.isEmpty() ? "198.51.100.1" : "198.51.100.2");
                for (int i = 0; i < 3; i++) {
                    assertThat(guess(t, header, attacker).statusCode()).isEqualTo(401);
                }
                assertThat(guess(t, header, attacker).statusCode()).isEqualTo(429);
                // What the client itself put in front changes nothing.
                assertThat(guess(t, header, prefix + "203.0.113.7, " + attacker).statusCode())
                        .isEqualTo(429);
            }
            assertThat(guess(t, "Forwarded", "for=203.0.113.99").statusCode()).isEqualTo(401);
            assertThat(t.login("anna", "correct-horse").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutOneTheHeaderIsNoWayRound() throws Exception {
        try (TestServer t = TestServer.start(temp.resolve("data"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(guess(t, "X-Forwarded-For", "198.51.100." + i).statusCode())
                        .isEqualTo(401);
            }
            assertThat(guess(t, "X-Forwarded-For", "198.51.100.99").statusCode())
                    .isEqualTo(429);
            assertThat(guess(t, "Forwarded", "for=198.51.100.98").statusCode()).isEqualTo(429);
        }
    }
}
