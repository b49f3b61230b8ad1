package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.signaling.auth.BroadcasterBook;
import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Remote broadcasters' credentials, made and revoked by another process while the server runs. */
@ResourceLock(Resources.SYSTEM_ERR)
class BroadcasterCredentialsTest {
    @RegisterExtension
    private final CaughtLog log = new CaughtLog();

    @TempDir
    private Path temp;

    private TestServer t;
    private BroadcasterBook book;

    @BeforeEach
    void start() throws Exception {
        t = TestServer.startStored(temp.resolve("data"));
        book = new BroadcasterBook(PrivateFolder.open(temp.resolve("data")), new SecureRandom(), t.clock);
    }

    @AfterEach
    void stop() {
        t.close();
    }

    private BroadcasterBook.Created noticed() throws Exception {
        BroadcasterBook.Created created = book.create("Hut", Duration.ofHours(1));
        String line = created.credential().id() + " (Hut) made";
        await().until(() -> log.text().contains(line));
        return created;
    }

    private Client onAir(BroadcasterBook.Created created) throws InterruptedException {
        return FakeBroadcaster.onAir(t.http, t.server.roomUri(), created.token().text()).client;
    }

    @Test
    void oneThatIsRevokedEndsItsBroadcastAndDoesNotComeBackIn() throws Exception {
        BroadcasterBook.Created created = noticed();
        String id = created.credential().id();
        try (Client hut = onAir(created)) {
            book.revoke(id);
            assertThat(hut.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNAUTHORIZED);
            assertThat(hut.closeCode()).isEqualTo(ErrorCode.UNAUTHORIZED.closeCode());
        }
        try (Client again = t.connect()) {
            again.say(new Message.Join(created.token().text()));
            assertThat(again.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNAUTHORIZED);
        }
        assertThat(log.text())
                .contains("broadcaster Hut joined by credential " + id, "credential " + id + " (Hut) revoked")
                .doesNotContain(created.token().text());
    }

    @Test
    void oneThatRunsOutEndsItsBroadcast() throws Exception {
        try (Client hut = onAir(noticed())) {
            t.clock.advance(Duration.ofHours(1));
            assertThat(hut.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.TOKEN_EXPIRED);
        }
    }

    @Test
    void theStudioOnTheOtherHandGetsItsNextTokenAndStays() throws Exception {
        try (FakeBroadcaster studio = t.onAir()) {
            t.clock.advance(Duration.ofHours(9));
            String next = studio.client.hear(Message.Token.class).token();
            studio.client.close();
            t.clock.advance(Duration.ofHours(9));
            try (Client again = t.connect()) {
                assertThat(again.join(next).name()).isEqualTo("studio");
                again.say(new Message.Offline(OfflineReason.ENDED));
                // What it says next is answered: the room still knows it.
                again.say(new Message.Answer("nobodys-session", FakeBroadcaster.ANSWER));
                assertThat(again.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
            }
        }
    }
}
