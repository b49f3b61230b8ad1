package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WhepOverHttpTest extends WithServer {
    private static final String OFFER =
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n";

    @Test
    void anOfferIsAnsweredWithAllCandidatesAndALocation() throws Exception {
        try (FakeBroadcaster broadcaster = t.onAir()) {
            CompletableFuture<HttpResponse<String>> asked = offer(t.viewerToken());
            assertThat(broadcaster.answer().sdp()).isEqualTo(OFFER);
            HttpResponse<String> response = asked.join();
            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/sdp");
            assertThat(response.headers().firstValue("Location").orElseThrow()).matches("/whep/[A-Za-z0-9_-]{22}");
            assertThat(response.headers().firstValue("ETag").orElseThrow()).matches("\"[A-Za-z0-9_-]{22}\"");
            assertThat(response.headers().allValues("Link"))
                    .containsExactly(
                            "<stun:stun.example.org>; rel=\"ice-server\"",
                            "<turn:turn.example.org>; rel=\"ice-server\"; username=\"user\"; credential=\"pass\";"
                                    + " credential-type=\"password\"");
            assertThat(response.body())
                    .isEqualTo(
                            FakeBroadcaster.ANSWER + "a=" + FakeBroadcaster.CANDIDATE + "\r\na=end-of-candidates\r\n");
        }
    }

    @Test
    void aBroadcasterThatNeverEndsItsCandidatesIsNotWaitedForForEver() throws Exception {
        startAgain(Duration.ofSeconds(30), Duration.ofMillis(200));
        try (FakeBroadcaster broadcaster = t.onAir()) {
            CompletableFuture<HttpResponse<String>> asked = offer(t.viewerToken());
            String session = broadcaster.client.hear(Message.Offer.class).session();
            broadcaster.client.say(new Message.Candidate(session, FakeBroadcaster.CANDIDATE, null, 0));
            broadcaster.client.say(new Message.Answer(session, FakeBroadcaster.ANSWER));
            HttpResponse<String> response = asked.join();
            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.body()).isEqualTo(FakeBroadcaster.ANSWER + "a=" + FakeBroadcaster.CANDIDATE + "\r\n");
        }
    }

    @Test
    void deletingTheLocationEndsTheSessionOnce() throws Exception {
        try (FakeBroadcaster broadcaster = t.onAir()) {
            CompletableFuture<HttpResponse<String>> asked = offer(t.viewerToken());
            String session = broadcaster.answer().session();
            String location = asked.join().headers().firstValue("Location").orElseThrow();
            String token = t.viewerToken();
            assertThat(delete(location, token).statusCode()).isEqualTo(200);
            assertThat(broadcaster.client.hear(Message.Leave.class).session()).isEqualTo(session);
            assertThat(delete(location, token).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aSessionThatTheBroadcasterEndsIsGone() throws Exception {
        try (FakeBroadcaster broadcaster = t.onAir()) {
            CompletableFuture<HttpResponse<String>> asked = offer(t.viewerToken());
            String session = broadcaster.answer().session();
            String location = asked.join().headers().firstValue("Location").orElseThrow();
            broadcaster.client.say(new Message.Leave(session, "failed"));
            // The answer to this comes after the room has handled what was said before it.
            broadcaster.client.say(new Message.Leave(session, "failed"));
            assertThat(broadcaster.client.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
            assertThat(delete(location, t.viewerToken()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void offAirIsAConflictThatPasses() throws Exception {
        HttpResponse<String> before = offer(t.viewerToken()).join();
        assertThat(before.statusCode()).isEqualTo(409);
        assertThat(before.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertProblem(before, 409);
        try (FakeBroadcaster broadcaster = t.onAir()) {
            CompletableFuture<HttpResponse<String>> during = offer(t.viewerToken());
            broadcaster.client.hear(Message.Offer.class);
            broadcaster.client.say(new Message.Offline(OfflineReason.ENDED));
            assertThat(during.join().statusCode()).isEqualTo(409);
        }
    }

    @Test
    void whoeverHasNoViewersTokenIsUnauthorized() throws Exception {
        List<HttpRequest.Builder> requests = new ArrayList<>();
        requests.add(request());
        requests.add(request().header("Authorization", "Basic dXNlcjpwYXNz"));
        requests.add(request().header("Authorization", "Bearer eyJ"));
        requests.add(request().header("Authorization", "Bearer " + t.server.broadcasterToken()));
        for (HttpRequest.Builder request : requests) {
            HttpResponse<String> response = t.send(request);
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer realm="));
            assertProblem(response, 401);
        }
    }

    @Test
    void aBroadcasterThatDoesNotAnswerIsATimeoutAndTheSessionIsClosed() throws Exception {
        startAgain(Duration.ofMillis(300), Duration.ofMillis(200));
        try (FakeBroadcaster broadcaster = t.onAir()) {
            CompletableFuture<HttpResponse<String>> asked = offer(t.viewerToken());
            String session = broadcaster.client.hear(Message.Offer.class).session();
            assertProblem(asked.join(), 504);
            assertThat(broadcaster.client.hear(Message.Leave.class).session()).isEqualTo(session);
        }
    }

    @Test
    void anOfferThatTheBroadcasterCannotAnswerIsUnprocessable() throws Exception {
        try (FakeBroadcaster broadcaster = t.onAir()) {
            CompletableFuture<HttpResponse<String>> asked = offer(t.viewerToken());
            String session = broadcaster.client.hear(Message.Offer.class).session();
            broadcaster.client.say(new Message.Leave(session, "failed"));
            assertProblem(asked.join(), 422);
        }
        assertProblem(
                t.send(authorized(t.viewerToken())
                        .header("Content-Type", "application/sdp")
                        .POST(HttpRequest.BodyPublishers.ofString("hello"))),
                422);
    }

    @Test
    void anOfferThatReceivesNothingIsRefusedAndNobodyHearsOfIt() throws Exception {
        try (FakeBroadcaster broadcaster = t.onAir()) {
            assertProblem(
                    t.send(authorized(t.viewerToken())
                            .header("Content-Type", "application/sdp")
                            .POST(HttpRequest.BodyPublishers.ofString(OFFER + "a=sendonly\r\n"))),
                    422);
            CompletableFuture<HttpResponse<String>> asked = offer(t.viewerToken());
            assertThat(broadcaster.answer().sdp()).isEqualTo(OFFER);
            assertThat(asked.join().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void aFullRoomIsUnavailable() throws Exception {
        List<Client> viewers = new ArrayList<>();
        try {
            for (int i = 0; i < TestServer.MAX_VIEWERS; i++) {
                Client viewer = t.connect();
                viewers.add(viewer);
                viewer.join(t.viewerToken());
            }
            HttpResponse<String> response = offer(t.viewerToken()).join();
            assertProblem(response, 503);
            assertThat(response.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isPositive();
        } finally {
            viewers.forEach(Client::close);
        }
    }

    @Test
    void anotherTypeAnotherMethodAndTooMuchAreRefused() throws Exception {
        String token = t.viewerToken();
        HttpResponse<String> type = t.send(authorized(token)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(OFFER)));
        assertProblem(type, 415);
        assertThat(type.headers().firstValue("Accept-Post")).hasValue("application/sdp");
        HttpResponse<String> method = t.send(authorized(token).DELETE());
        assertProblem(method, 405);
        assertThat(method.headers().firstValue("Allow")).hasValue("OPTIONS, GET, HEAD, POST");
        assertProblem(
                t.send(authorized(token)
                        .header("Content-Type", "application/sdp")
                        .POST(HttpRequest.BodyPublishers.ofString(OFFER + "x".repeat(64 * 1024)))),
                413);
    }

    @Test
    void anAnswerThatMayNotBeSdpIsNotAcceptable() throws Exception {
        String token = t.viewerToken();
        for (String accept : List.of("text/html", "application/json, text/*;q=0.5", "application/sdp;q=0")) {
            assertProblem(
                    t.send(request().header("Authorization", "Bearer " + token).header("Accept", accept)), 406);
        }
        for (String accept : List.of("application/sdp", "text/html, */*;q=0.1", "application/*")) {
            // Past that, and off air.
            assertProblem(
                    t.send(request().header("Authorization", "Bearer " + token).header("Accept", accept)), 409);
        }
    }

    @Test
    void thereIsNothingToGetAndThatIsNoError() throws Exception {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<String> response =
                    t.send(HttpRequest.newBuilder(t.uri("/whep")).method(method, HttpRequest.BodyPublishers.noBody()));
            assertThat(response.statusCode()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void aPageOfAnotherOriginMayUseItWithATokenAndWithoutCookies() throws Exception {
        for (String path : List.of("/whep", "/whep/any-session")) {
            HttpResponse<String> preflight = t.send(HttpRequest.newBuilder(t.uri(path))
                    .header("Origin", "https://player.example.org")
                    .header("Access-Control-Request-Method", "PATCH")
                    .header("Access-Control-Request-Headers", "authorization, content-type, if-match")
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
            assertThat(preflight.statusCode()).isEqualTo(200);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                    .hasValue("Authorization, Content-Type, If-Match");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                    .hasValueSatisfying(
                            methods -> assertThat(methods).contains(path.equals("/whep") ? "POST" : "PATCH, DELETE"));
            assertThat(preflight.headers().firstValue("Accept-Post")).hasValue("application/sdp");
        }
        HttpResponse<String> refused = t.send(request().header("Origin", "https://player.example.org"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(refused.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed).contains("Location", "Link", "ETag", "Retry-After"));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(t.uri("/whep"))
                .header("Content-Type", "application/sdp")
                .POST(HttpRequest.BodyPublishers.ofString(OFFER));
    }

    private HttpRequest.Builder authorized(String token) {
        return HttpRequest.newBuilder(t.uri("/whep")).header("Authorization", "Bearer " + token);
    }

    private CompletableFuture<HttpResponse<String>> offer(String token) {
        HttpRequest request =
                request().header("Authorization", "Bearer " + token).build();
        return t.http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> delete(String location, String token) throws Exception {
        return t.send(HttpRequest.newBuilder(t.uri(location))
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonObject problem = JsonParser.parseString(response.body()).getAsJsonObject();
        assertThat(problem.get("status").getAsInt()).isEqualTo(status);
        assertThat(problem.get("detail").getAsString()).isNotBlank();
    }
}
