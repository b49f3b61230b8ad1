package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import heliograph.signaling.protocol.Message;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a player does with its session: trickle, restart ICE, ask, leave. */
class WhepSessionOverHttpTest extends WithServer {
    private static final String TYPE = "application/trickle-ice-sdpfrag";
    private static final String PWD = "a=ice-pwd:abcdefghijklmnopqrstuv\r\n";
    private static final String OFFER =
            "v=0\r\no=- 7 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n"
                    + "a=ice-ufrag:mine\r\n" + PWD + "a=mid:0\r\na=recvonly\r\na=rtcp-mux\r\na=rtcp-mux-only\r\n"
                    + "a=candidate:9 1 udp 1 192.0.2.9 9 typ host\r\n";
    private static final String CANDIDATE = "candidate:2 1 udp 2130706431 192.0.2.7 7000 typ host";

    private FakeBroadcaster broadcaster;
    private String token;
    private String location;
    private String etag;
    private String session;

    @BeforeEach
    void watch() throws Exception {
        broadcaster = t.onAir();
        token = t.viewerToken();
        CompletableFuture<HttpResponse<String>> asked = t.http.sendAsync(
                HttpRequest.newBuilder(t.uri("/whep"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/sdp")
                        .POST(HttpRequest.BodyPublishers.ofString(OFFER))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        session = broadcaster.answerAs("first").session();
        HttpResponse<String> created = asked.join();
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body()).contains("a=rtcp-mux\r\na=rtcp-mux-only\r\n");
        location = created.headers().firstValue("Location").orElseThrow();
        etag = etag(created);
    }

    @AfterEach
    void leave() {
        broadcaster.close();
    }

    @Test
    void candidatesReachTheBroadcasterAndTheEntityTagStays() throws Exception {
        HttpResponse<String> response =
                patch(etag, fragment("mine", "a=" + CANDIDATE + "\r\n", "a=end-of-candidates\r\n"));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("ETag")).isEmpty();
        assertThat(broadcaster.client.hear(Message.Candidate.class))
                .isEqualTo(new Message.Candidate(session, CANDIDATE, "0", null));
        assertThat(broadcaster.client.hear(Message.Candidate.class).candidate()).isEmpty();
        assertThat(etag(look())).isEqualTo(etag);
    }

    @Test
    void othersCredentialsAreAnIceRestartWhoseAnswerIsAFragmentWithAnotherEntityTag() throws Exception {
        CompletableFuture<HttpResponse<String>> asked = patchAsync("*", fragment("another", "a=" + CANDIDATE + "\r\n"));
        Message.Offer offer = broadcaster.answerAs("second");
        assertThat(offer)
                .isEqualTo(new Message.Offer(
                        session,
                        OFFER.replace("o=- 7 1 ", "o=- 7 2 ")
                                .replace("ufrag:mine", "ufrag:another")
                                .replaceAll("a=candidate:.*\r\n", "")));
        assertThat(broadcaster.client.hear(Message.Candidate.class).candidate()).isEqualTo(CANDIDATE);
        HttpResponse<String> response = asked.join();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(TYPE);
        assertThat(response.body())
                .isEqualTo("a=group:BUNDLE 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=ice-ufrag:second\r\n"
                        + "a=ice-pwd:0123456789012345678901\r\na=ice-options:trickle\r\na=mid:0\r\na="
                        + FakeBroadcaster.CANDIDATE + " ufrag second\r\na=end-of-candidates\r\n");
        assertThat(etag(response)).isNotEqualTo(etag);
        assertThat(etag(look())).isEqualTo(etag(response));
        assertThat(patch(etag, fragment("another")).statusCode()).isEqualTo(412);
        assertThat(patch(etag(response), fragment("another")).statusCode()).isEqualTo(204);
        assertThat(response.headers().allValues("Link")).hasSize(2);
    }

    @Test
    void candidatesOfTheIceSessionBeforeAreNoRestartWhileTheNextOneIsMade() throws Exception {
        CompletableFuture<HttpResponse<String>> asked = patchAsync("*", fragment("another"));
        broadcaster.client.hear(Message.Offer.class);
        assertThat(patch(etag, fragment("mine", "a=" + CANDIDATE + "\r\n")).statusCode())
                .isEqualTo(204);
        broadcaster.answer(session, "second");
        assertThat(asked.join().statusCode()).isEqualTo(200);
        assertThat(broadcaster.client.heardNothing()).isTrue();
    }

    @Test
    void ofRestartsThatOverlapTheNewestIsTheOneThatCounts() throws Exception {
        CompletableFuture<HttpResponse<String>> first = patchAsync("*", fragment("restart1"));
        broadcaster.client.hear(Message.Offer.class);
        // Which of the two is the newer one, the network decides.
        CompletableFuture<HttpResponse<String>> second = patchAsync("*", fragment("restart2"));
        CompletableFuture<HttpResponse<String>> third = patchAsync("*", fragment("restart3"));
        HttpResponse<String> older =
                second.applyToEither(third, response -> response).join();
        assertThat(older.statusCode()).isEqualTo(409);
        boolean secondIsOlder = second.isDone();
        CompletableFuture<HttpResponse<String>> newer = secondIsOlder ? third : second;
        broadcaster.answer(session, "answer1");
        assertThat(first.join().body()).contains("answer1");
        assertThat(broadcaster.answerAs("answer2").sdp())
                .contains("a=ice-ufrag:" + (secondIsOlder ? "restart3" : "restart2"));
        assertThat(newer.join().body()).contains("answer2");
        assertThat(etag(look())).isEqualTo(etag(newer.join()));
    }

    @Test
    void aRestartThatIsNotAnsweredLeavesTheSessionAsItIs() throws Exception {
        broadcaster.close();
        // The first offer is answered, and has to be in time even where the machine stands still for a while.
        startAgain(Duration.ofSeconds(5), Duration.ofSeconds(1));
        watch();
        assertThat(patchAsync("*", fragment("another")).join().statusCode()).isEqualTo(504);
        assertThat(etag(look())).isEqualTo(etag);
        broadcaster.client.hear(Message.Offer.class);
        assertThat(broadcaster.client.heardNothing()).isTrue();
    }

    @Test
    void aPatchNamesTheIceSessionThatItMeans() throws Exception {
        assertProblem(t.send(request().method("PATCH", body(fragment("mine"))).header("Content-Type", TYPE)), 428);
        for (String other : List.of("\"other\"", "W/" + etag, "xyzzy", "\"\"")) {
            assertProblem(patch(other, fragment("mine")), 412);
        }
        // As RFC 9725 has it in its example, which is not what it says in its text.
        for (String same : List.of("*", "\"*\"", etag, "\"other\", " + etag)) {
            assertThat(patch(same, fragment("mine")).statusCode()).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "a=ice-ufrag:mine\r\n", "m=video 9 X 0\r\na=ice-ufrag:mine\r\na=ice-pwd:short\r\n"})
    void whatIsNoFragmentIsRefusedAndTheSessionStays(String body) throws Exception {
        assertProblem(patch(etag, body), 422);
        assertThat(etag(look())).isEqualTo(etag);
    }

    @Test
    void aSectionThatWasNotOfferedIsRefused() throws Exception {
        assertProblem(patch("*", fragment("another").replace("a=mid:0", "a=mid:7")), 422);
        assertThat(broadcaster.client.heardNothing()).isTrue();
    }

    @Test
    void anotherTypeAndTooMuchAreRefused() throws Exception {
        HttpResponse<String> type = t.send(request()
                .header("Content-Type", "application/sdp")
                .header("If-Match", etag)
                .method("PATCH", body(OFFER)));
        assertProblem(type, 415);
        assertThat(type.headers().firstValue("Accept-Patch")).hasValue(TYPE);
        assertProblem(patch(etag, fragment("mine", "a=x\r\n".repeat(4000))), 413);
        HttpResponse<String> method = t.send(request().PUT(body("")));
        assertProblem(method, 405);
        assertThat(method.headers().firstValue("Allow")).hasValue("OPTIONS, GET, HEAD, PATCH, DELETE");
    }

    @Test
    void whoPatchesWithoutEndIsSlowedDownAndKeepsTheSession() throws Exception {
        HttpResponse<String> response = patch(etag, fragment("mine"));
        for (int i = 0; i < 40 && response.statusCode() == 204; i++) {
            response = patch(etag, fragment("mine", ("a=" + CANDIDATE + "\r\n").repeat(6)));
        }
        assertProblem(response, 429);
        assertThat(response.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(look().statusCode()).isEqualTo(204);
    }

    @Test
    void aSessionIsItsOwnersAlone() throws Exception {
        HttpResponse<String> nobody =
                t.send(HttpRequest.newBuilder(t.uri(location)).DELETE());
        assertProblem(nobody, 401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Heliograph\"");
        HttpResponse<String> wrong = t.send(HttpRequest.newBuilder(t.uri(location))
                .header("Authorization", "Bearer " + t.server.broadcasterToken())
                .DELETE());
        assertProblem(wrong, 401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"Heliograph\", error=\"invalid_token\"");
        assertThat(look().statusCode()).isEqualTo(204);
    }

    @Test
    void anEntityTagDoesNotKeepASessionFromBeingDeleted() throws Exception {
        assertThat(t.send(request().header("If-Match", "\"other\"").DELETE()).statusCode())
                .isEqualTo(200);
        assertProblem(t.send(request().GET()), 404);
        assertProblem(patch("*", fragment("another")), 404);
    }

    private HttpResponse<String> look() throws Exception {
        HttpResponse<String> response = t.send(request().method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(204);
        return response;
    }

    private HttpResponse<String> patch(String ifMatch, String fragment) throws Exception {
        return t.send(patchRequest(ifMatch, fragment));
    }

    private CompletableFuture<HttpResponse<String>> patchAsync(String ifMatch, String fragment) {
        return t.http.sendAsync(patchRequest(ifMatch, fragment).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder patchRequest(String ifMatch, String fragment) {
        return request()
                .header("Content-Type", TYPE)
                .header("If-Match", ifMatch)
                .method("PATCH", body(fragment));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(t.uri(location)).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static String fragment(String ufrag, String... more) {
        return "a=group:BUNDLE 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\na=ice-ufrag:" + ufrag + "\r\n" + PWD
                + String.join("", more);
    }

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonParser.parseString(response.body())
                        .getAsJsonObject()
                        .get("status")
                        .getAsInt())
                .isEqualTo(status);
    }
}
