package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.signaling.auth.Credentials;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AccountsOverHttpTest extends WithDataFolder {
    /** Waits until the server has noticed an account that was just added, and so all that was changed before it. */
    private void untilNoticed() throws Exception {
        String name = "later" + System.nanoTime();
        accounts.add(new Credentials(name, PASSWORD));
        // On a clock that stands still a few guesses would be all that it has.
        await().pollInterval(Duration.ofMillis(300)).until(() -> {
            t.clock.advance(Duration.ofMinutes(2));
            return t.login(name, PASSWORD).statusCode() == 200;
        });
    }

    @Test
    void anAccountThatIsAddedMaySignInWithoutARestart() throws Exception {
        assertThat(t.login("bert", "secret-two").statusCode()).isEqualTo(401);
        accounts.add(new Credentials("bert", "secret-two"));
        await().pollInterval(Duration.ofMillis(300)).until(() -> {
            t.clock.advance(Duration.ofMinutes(10));
            return t.login("bert", "secret-two").statusCode() == 200;
        });
    }

    @Test
    void anAccountThatIsRemovedEndsItsSessionsAndNobodyElses() throws Exception {
        accounts.add(new Credentials("bert", "secret-two"));
        untilNoticed();
        String token = annas();
        try (FakeBroadcaster broadcaster = t.onAir();
                Client anna = t.connect();
                Client bert = t.connect()) {
            anna.join(token);
            bert.join(TestServer.token(t.login("bert", "secret-two")));
            anna.hear(Message.Live.class);
            bert.hear(Message.Live.class);
            CompletableFuture<HttpResponse<String>> player = whep(token);
            String playing = broadcaster.answer().session();
            assertThat(player.join().statusCode()).isEqualTo(201);
            accounts.remove("anna");
            assertThat(anna.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNAUTHORIZED);
            assertThat(anna.closeCode()).isEqualTo(ErrorCode.UNAUTHORIZED.closeCode());
            assertThat(broadcaster.client.hear(Message.Leave.class).session()).isEqualTo(playing);
            String location = player.join().headers().firstValue("Location").orElseThrow();
            HttpRequest.Builder delete =
                    HttpRequest.newBuilder(t.uri(location)).header("Authorization", "Bearer " + token);
            assertThat(t.send(delete.DELETE()).statusCode()).isEqualTo(401);
            assertRefused(token);
            assertThat(bert.isOpen()).isTrue();
            assertThat(bert.heardNothing()).isTrue();
        }
    }

    @Test
    void anotherAccountIsNotToldThatASessionOfWhepIsThere() throws Exception {
        accounts.add(new Credentials("bert", "secret-two"));
        untilNoticed();
        String annas = annas();
        String berts = TestServer.token(t.login("bert", "secret-two"));
        try (FakeBroadcaster broadcaster = t.onAir()) {
            CompletableFuture<HttpResponse<String>> player = whep(annas);
            broadcaster.answer();
            String location = player.join().headers().firstValue("Location").orElseThrow();
            String unknown = location.substring(0, location.lastIndexOf('/') + 1) + "no-such-session";
            for (String method : List.of("GET", "PATCH", "DELETE", "PUT")) {
                HttpResponse<String> others = t.send(session(location, berts, method));
                assertThat(others.statusCode()).as(method).isEqualTo(404);
                assertThat(others.body())
                        .as(method)
                        .isEqualTo(t.send(session(unknown, berts, method)).body());
                assertThat(others.headers().firstValue("ETag")).as(method).isEmpty();
            }
            assertThat(t.send(session(location, annas, "GET")).statusCode()).isEqualTo(204);
            // Another token of the same account is as good.
            assertThat(t.send(session(location, annas(), "DELETE")).statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpRequest.Builder session(String path, String token, String method) {
        return HttpRequest.newBuilder(t.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .header("Content-Type", "application/trickle-ice-sdpfrag")
                .method(method, HttpRequest.BodyPublishers.noBody());
    }

    @Test
    void anotherPasswordEndsTheSessionsAndMakesTheirTokensVoidForEver() throws Exception {
        String token = annas();
        try (Client anna = t.connect()) {
            anna.join(token);
            anna.hear(Message.Offline.class);
            accounts.password(new Credentials("anna", "secret-two"));
            assertThat(anna.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNAUTHORIZED);
        }
        assertRefused(token);
        assertThat(t.login("anna", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(t.login("anna", "secret-two").statusCode()).isEqualTo(200);
        accounts.password(new Credentials("anna", PASSWORD));
        untilNoticed();
        assertRefused(token);
    }

    @Test
    void whoeverIsRemovedGoesWithAllThatTheTokenLetInAndDoesNotComeBackAlsoAfterARestart() throws Exception {
        String token = annas();
        String other = annas();
        try (FakeBroadcaster broadcaster = t.onAir();
                Client viewer = t.connect();
                Client secondWindow = t.connect();
                Client someoneElse = t.connect()) {
            viewer.join(token);
            secondWindow.join(token);
            someoneElse.join(other);
            String session =
                    Objects.requireNonNull(viewer.hear(Message.Live.class).session());
            secondWindow.hear(Message.Live.class);
            someoneElse.hear(Message.Live.class);
            viewer.say(new Message.Offer(session, "v=0"));
            broadcaster.answer();
            viewer.hear(Message.Answer.class);
            viewer.hear(Message.Candidate.class);
            viewer.hear(Message.Candidate.class);
            broadcaster.client.say(new Message.Leave(session, "removed"));
            assertThat(viewer.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.REMOVED);
            assertThat(secondWindow.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.REMOVED);
            assertThat(viewer.closeCode()).isEqualTo(ErrorCode.REMOVED.closeCode());
            assertRefused(token);
            assertThat(someoneElse.isOpen()).isTrue();
        }
        t.close();
        start();
        assertRefused(token);
        try (Client again = t.connect()) {
            assertThat(again.join(other).name()).isEqualTo("anna");
        }
    }

    @Test
    void whoeverWatchesGetsANewTokenBeforeTheOldOneRunsOutAndIsThrownOutOfBoth() throws Exception {
        String first = annas();
        try (FakeBroadcaster broadcaster = t.onAir();
                Client viewer = t.connect()) {
            viewer.join(first);
            String session =
                    Objects.requireNonNull(viewer.hear(Message.Live.class).session());
            t.clock.advance(Duration.ofHours(9));
            Message.Token second = viewer.hear(Message.Token.class);
            broadcaster.client.hear(Message.Token.class);
            assertThat(second.expiresAt()).isEqualTo(t.clock.instant().plus(Duration.ofHours(12)));
            t.clock.advance(Duration.ofHours(9));
            Message.Token third = viewer.hear(Message.Token.class);
            broadcaster.client.hear(Message.Token.class);
            try (Client next = t.connect()) {
                assertThat(next.join(second.token()).expiresAt()).isEqualTo(second.expiresAt());
            }
            viewer.say(new Message.Offer(session, "v=0"));
            broadcaster.answer();
            broadcaster.client.say(new Message.Leave(session, "removed"));
            await().until(() -> !viewer.isOpen());
            assertRefused(second.token());
            assertRefused(third.token());
        }
    }
}
