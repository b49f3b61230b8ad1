package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginOverHttpTest extends WithServer {
    @Test
    void theRightPasswordGivesATokenForTwelveHours() throws Exception {
        HttpResponse<String> response = t.login("anna", "correct-horse");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonObject body = JsonParser.parseString(response.body()).getAsJsonObject();
        assertThat(body.keySet()).containsExactlyInAnyOrder("token", "expiresAt");
        assertThat(Instant.parse(body.get("expiresAt").getAsString()))
                .isEqualTo(t.clock.instant().plus(Duration.ofHours(12)));
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() throws Exception {
        HttpResponse<String> wrong = t.login("anna", "wrong");
        HttpResponse<String> unknown = t.login("nobody", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(error(wrong)).isEqualTo("unauthorized");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void whoeverGuessesIsToldToWaitAndTheRightPasswordMustWaitToo() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(t.login("anna", "guess" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> limited = t.login("anna", "correct-horse");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(error(limited)).isEqualTo("too-many-requests");
        int wait = Integer.parseInt(limited.headers().firstValue("Retry-After").orElseThrow());
        assertThat(wait).isBetween(1, 3);
        t.clock.advance(Duration.ofSeconds(wait));
        assertThat(t.login("anna", "correct-horse").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"username\":\"anna\"}",
                "{\"password\":\"p\"}",
                "{\"username\":\"\",\"password\":\"p\"}",
                "{\"username\":7,\"password\":\"p\"}",
                "{\"username\":\"anna\",\"password\":[\"p\"]}",
                "{\"username\":\"anna\",\"password\":null}",
                "{'username':'anna','password':'p'}",
                "{\"username\":\"anna\",\"password\":\"p\"}{}"
            })
    void whatIsNoLoginIsABadRequest(String body) throws Exception {
        HttpResponse<String> response = t.post("/api/login", "application/json", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response)).isEqualTo("bad-request");
    }

    @Test
    void fieldsThatAreTooLongAreABadRequest() throws Exception {
        assertThat(t.login("a".repeat(65), "p").statusCode()).isEqualTo(400);
        assertThat(t.login("anna", "p".repeat(257)).statusCode()).isEqualTo(400);
    }

    @Test
    void nestingBeyondReasonIsABadRequestAndNotAFailure() throws Exception {
        String deep = "[".repeat(4000);
        assertThat(t.post("/api/login", "application/json", deep).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItsLengthIsSaidOrNot() throws Exception {
        String large = " ".repeat(4097);
        HttpResponse<String> said = t.post("/api/login", "application/json", large);
        assertThat(said.statusCode()).isEqualTo(413);
        assertThat(error(said)).isEqualTo("too-large");
        HttpResponse<String> unsaid = t.send(HttpRequest.newBuilder(t.uri("/api/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(large))));
        assertThat(unsaid.statusCode()).isEqualTo(413);
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        HttpResponse<String> response = t.post("/api/login", "text/plain", "{\"username\":\"a\",\"password\":\"b\"}");
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(error(response)).isEqualTo("unsupported-media-type");
        assertThat(t.post("/api/login", "application/json; charset=utf-8", "{}").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void anotherMethodIsRefused(String method) throws Exception {
        HttpResponse<String> response =
                t.send(HttpRequest.newBuilder(t.uri("/api/login")).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        assertThat(error(response)).isEqualTo("method-not-allowed");
    }

    private static String error(HttpResponse<String> response) {
        return JsonParser.parseString(response.body())
                .getAsJsonObject()
                .get("error")
                .getAsString();
    }
}
