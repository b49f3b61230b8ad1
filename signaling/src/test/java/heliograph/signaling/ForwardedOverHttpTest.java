package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.http.TrustedProxies;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardedOverHttpTest {
    @TempDir
    private Path temp;

    private static HttpResponse<String> guess(TestServer t, String... headers) throws Exception {
        return t.send(HttpRequest.newBuilder(t.uri("/api/login"))
                .header("Content-Type", "application/json")
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"anna\",\"password\":\"wrong\"}")));
    }

    @Test
    void behindATrustedProxyEachClientIsCountedByItself() throws Exception {
        for (TrustedProxies.Header header : TrustedProxies.Header.values()) {
            String prefix = header == TrustedProxies.Header.FORWARDED ? "for=" : "";
            String other = header == TrustedProxies.Header.FORWARDED ? "X-Forwarded-For" : "Forwarded";
            try (TestServer t = TestServer.startBehindProxy(temp.resolve(header.name()), header)) {
                for (int i = 0; i < 3; i++) {
                    assertThat(guess(t, header.toString(), prefix + "198.51.100.1")
                                    .statusCode())
                            .isEqualTo(401);
                }
                // What the client itself put in front, or into the other header, changes nothing.
                for (String sent : new String[] {"", prefix + "203.0.113.7, "}) {
                    assertThat(guess(t, header.toString(), sent + prefix + "198.51.100.1")
                                    .statusCode())
                            .isEqualTo(429);
                }
                for (String sent : new String[] {"for=203.0.113.8", "203.0.113.9", "for=_hidden", "\""}) {
                    assertThat(guess(t, header.toString(), prefix + "198.51.100.1", other, sent)
                                    .statusCode())
                            .isEqualTo(429);
                }
                assertThat(guess(t, header.toString(), prefix + "203.0.113.99").statusCode())
                        .isEqualTo(401);
                assertThat(t.login("anna", "correct-horse").statusCode()).isEqualTo(200);
            }
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

    @Test
    void anOpenQuoteTakesNobodyOutOfTheCount() throws Exception {
        try (TestServer t = TestServer.startBehindProxy(temp.resolve("quote"), TrustedProxies.Header.FORWARDED)) {
            for (int i = 0; i < 3; i++) {
                assertThat(guess(t, "Forwarded", "for=\", for=198.51.100.1").statusCode())
                        .isEqualTo(401);
            }
            assertThat(guess(t, "Forwarded", "for=\", for=198.51.100.1").statusCode())
                    .isEqualTo(429);
            assertThat(guess(t, "Forwarded", "for=\", for=198.51.100.2").statusCode())
                    .as("another behind the same proxy")
                    .isEqualTo(401);
        }
    }
}
