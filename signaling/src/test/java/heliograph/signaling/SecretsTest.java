package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @TempDir
    private Path data;

    @BeforeEach
    void capture() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setErr(before);
    }

    @Test
    void noTokenNoPasswordAndNoDescriptionReachesTheLog() throws Exception {
        String token;
        String broadcasterToken;
        try (TestServer t = TestServer.start(data)) {
            broadcasterToken = t.server.broadcasterToken();
            t.login("anna", "wrong-secret");
            t.login("typed-my-password-here", "x");
            t.post("/api/login", "application/json", "{\"username\":\"anna\",\"password\":\"half-a-secret");
            token = t.viewerToken();
            try (FakeBroadcaster broadcaster = FakeBroadcaster.onAir(t.http, t.server.roomUri(), broadcasterToken);
                    Client viewer = t.connect();
                    Client stranger = t.connect()) {
                viewer.join(token);
                String session =
                        Objects.requireNonNull(viewer.hear(Message.Live.class).session());
                viewer.say(new Message.Offer(session, "v=0 secret-description"));
                broadcaster.answer();
                viewer.hear(Message.Answer.class);
                stranger.say(new Message.Join(token + "spoilt"));
                assertThat(stranger.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNAUTHORIZED);
                CompletableFuture<HttpResponse<String>> whep = t.http.sendAsync(
                        HttpRequest.newBuilder(t.uri("/whep"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/sdp")
                                .POST(HttpRequest.BodyPublishers.ofString("v=0\r\nsecret-description\r\nm=video\r\n"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                broadcaster.answer();
                assertThat(whep.join().statusCode()).isEqualTo(201);
                viewer.sayText("{\"type\":\"join\",\"token\":\"" + token + "\"");
                viewer.closeCode();
            }
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("viewer ", "broadcaster ", "audit: ")
                .doesNotContain(token, signature(token), broadcasterToken, signature(broadcasterToken))
                .doesNotContain("correct-horse", "wrong-secret", "half-a-secret", "typed-my-password-here")
                .doesNotContain("secret-description", "a=sendonly", "$argon2id", "credential=\"pass\"");
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
