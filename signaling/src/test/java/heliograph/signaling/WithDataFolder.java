package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heliograph.signaling.auth.AccountBook;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.InvitationBook;
import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a server with the accounts and invitations of its data folder, which another process changes; used from the test's thread. */
abstract class WithDataFolder {
    private static final String OFFER =
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n";
    static final String PASSWORD = "secret-one";

    @TempDir
    private Path temp;

    TestServer t;
    AccountBook accounts;
    InvitationBook invitations;

    @BeforeEach
    void start() throws IOException {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        accounts = new AccountBook(folder, new SecureRandom());
        if (accounts.names().isEmpty()) {
            accounts.add(new Credentials("anna", PASSWORD));
        }
        t = TestServer.startStored(temp.resolve("data"));
        invitations = new InvitationBook(folder, new SecureRandom(), t.clock);
    }

    @AfterEach
    void stop() {
        t.close();
    }

    HttpResponse<String> redeem(String secret) throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("invitation", secret);
        return t.post("/api/invitation", "application/json", body.toString());
    }

    String annas() throws Exception {
        return TestServer.token(t.login("anna", PASSWORD));
    }

    static String error(HttpResponse<String> response) {
        return JsonParser.parseString(response.body())
                .getAsJsonObject()
                .get("error")
                .getAsString();
    }

    void assertRefused(String token) throws Exception {
        try (Client again = t.connect()) {
            again.say(new Message.Join(token));
            assertThat(again.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNAUTHORIZED);
        }
        assertThat(whep(token).join().statusCode()).isEqualTo(401);
    }

    CompletableFuture<HttpResponse<String>> whep(String token) {
        HttpRequest request = HttpRequest.newBuilder(t.uri("/whep"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/sdp")
                .POST(HttpRequest.BodyPublishers.ofString(OFFER))
                .build();
        return t.http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
