package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_ERR)
class SecretsTest {
    @RegisterExtension
    private final CaughtLog log = new CaughtLog();

    @TempDir
    private Path data;

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
        assertThat(log.text())
                .contains("viewer ", "broadcaster ", "audit: ")
                .doesNotContain(token, signature(token), broadcasterToken, signature(broadcasterToken))
                .doesNotContain("correct-horse", "wrong-secret", "half-a-secret", "typed-my-password-here")
                .doesNotContain("secret-description", "a=sendonly", "$argon2id", "credential=\"pass\"");
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
