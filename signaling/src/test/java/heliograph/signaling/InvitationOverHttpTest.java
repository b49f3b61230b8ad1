package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heliograph.signaling.auth.InvitationBook;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class InvitationOverHttpTest extends WithDataFolder {
    @Test
    void anInvitationLetsInAsOftenAsItSaysUnderItsName() throws Exception {
        String secret =
                invitations.create("Bert's phone", 1, Duration.ofHours(2)).secret();
        HttpResponse<String> response = redeem(secret);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonObject body = JsonParser.parseString(response.body()).getAsJsonObject();
        assertThat(body.keySet()).containsExactlyInAnyOrder("token", "expiresAt", "name");
        assertThat(body.get("name").getAsString()).isEqualTo("Bert's phone");
        assertThat(body.get("expiresAt").getAsString())
                .isEqualTo(t.clock.instant().plus(Duration.ofHours(2)).toString());
        try (Client viewer = t.connect()) {
            assertThat(viewer.join(TestServer.token(response)).name()).isEqualTo("Bert's phone");
        }
        HttpResponse<String> again = redeem(secret);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(error(again)).isEqualTo("invitation-used");
        t.close();
        start();
        assertThat(error(redeem(secret))).isEqualTo("invitation-used");
    }

    @Test
    void whoseAnswerWasLostAsksAgainAndIsTheSameViewerWithoutAnotherUse() throws Exception {
        String secret = invitations.create("Bert", 1, Duration.ofHours(2)).secret();
        String attempt = "b".repeat(22);
        String first = TestServer.token(redeem(secret, attempt));
        String second = TestServer.token(redeem(secret, attempt));
        assertThat(second).isNotEqualTo(first);
        assertThat(claim(second, "sid")).isEqualTo(claim(first, "sid"));
        assertThat(claim(second, "jti")).isNotEqualTo(claim(first, "jti"));
        try (Client viewer = t.connect()) {
            assertThat(viewer.join(second).name()).isEqualTo("Bert");
        }
        assertThat(error(redeem(secret, "c".repeat(22)))).isEqualTo("invitation-used");
        assertThat(error(redeem(secret))).isEqualTo("invitation-used");
        t.clock.advance(Duration.ofMinutes(1));
        assertThat(error(redeem(secret, attempt))).isEqualTo("invitation-used");
    }

    @Test
    void anAttemptThatSomebodyElseCouldHitUponIsABadRequest() throws Exception {
        String secret = invitations.create("Bert", 1, Duration.ofHours(2)).secret();
        for (String attempt : new String[] {"", "1", "b".repeat(21), "b".repeat(65), "b".repeat(22) + "="}) {
            assertThat(redeem(secret, attempt).statusCode()).as(attempt).isEqualTo(400);
        }
        String number = "{\"invitation\":\"" + secret + "\",\"attempt\":1234567890123456789012}";
        assertThat(t.post("/api/invitation", "application/json", number).statusCode())
                .isEqualTo(400);
        assertThat(redeem(secret).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> redeem(String secret, String attempt) throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("invitation", secret);
        body.addProperty("attempt", attempt);
        return t.post("/api/invitation", "application/json", body.toString());
    }

    private static String claim(String token, String name) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonParser.parseString(new String(claims, StandardCharsets.UTF_8))
                .getAsJsonObject()
                .get(name)
                .getAsString();
    }

    @Test
    void anInvitationThatHasExpiredIsToldSo() throws Exception {
        String secret = invitations.create("Bert", 5, Duration.ofHours(1)).secret();
        String token = TestServer.token(redeem(secret));
        t.clock.advance(Duration.ofHours(1));
        HttpResponse<String> late = redeem(secret);
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(error(late)).isEqualTo("invitation-expired");
        try (Client viewer = t.connect()) {
            viewer.say(new Message.Join(token));
            assertThat(viewer.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.TOKEN_EXPIRED);
        }
    }

    @Test
    void anInvitationThatIsRevokedEndsTheSessionsOfThoseThatCameInByIt() throws Exception {
        InvitationBook.Created created = invitations.create("Bert", 5, Duration.ofHours(1));
        String token = TestServer.token(redeem(created.secret()));
        try (Client invited = t.connect();
                Client anna = t.connect()) {
            anna.join(annas());
            anna.hear(Message.Offline.class);
            invited.join(token);
            invited.hear(Message.Offline.class);
            invitations.revoke(created.invitation().id());
            assertThat(invited.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNAUTHORIZED);
            assertThat(error(redeem(created.secret()))).isEqualTo("invitation-revoked");
            assertRefused(token);
            assertThat(anna.isOpen()).isTrue();
        }
    }

    @Test
    void whoeverGuessesInvitationsIsToldToWait() throws Exception {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> wrong = redeem("guess" + i);
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(error(wrong)).isEqualTo("unauthorized");
        }
        HttpResponse<String> limited = redeem("guess");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        String secret = invitations.create("Bert", 1, Duration.ofHours(1)).secret();
        assertThat(redeem(secret).statusCode()).isEqualTo(429);
        t.clock.advance(Duration.ofSeconds(2));
        assertThat(redeem(secret).statusCode()).isEqualTo(200);
    }

    @Test
    void neitherATokenNorAPasswordIsAnInvitation() throws Exception {
        assertThat(redeem(PASSWORD).statusCode()).isEqualTo(401);
        assertThat(redeem(annas().substring(0, 128)).statusCode()).isEqualTo(401);
        // Too long to be looked at.
        assertThat(redeem(annas()).statusCode()).isEqualTo(400);
        String secret = invitations.create("Bert", 1, Duration.ofHours(1)).secret();
        assertRefused(secret);
        assertThat(t.login("Bert", secret).statusCode()).isEqualTo(401);
        assertThat(redeem(secret).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoInvitationIsABadRequest() throws Exception {
        for (String body :
                new String[] {"", "[]", "{}", "{\"invitation\":7}", "{\"invitation\":\"\"}", "{'invitation':'a'}"}) {
            HttpResponse<String> response = t.post("/api/invitation", "application/json", body);
            assertThat(response.statusCode()).as(body).isEqualTo(400);
            assertThat(error(response)).isEqualTo("bad-request");
        }
        assertThat(t.post("/api/invitation", "text/plain", "{}").statusCode()).isEqualTo(415);
        HttpResponse<String> get = t.send(HttpRequest.newBuilder(t.uri("/api/invitation")));
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
    }
}
