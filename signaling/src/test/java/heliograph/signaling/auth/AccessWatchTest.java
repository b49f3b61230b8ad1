package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.signaling.room.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessWatchTest {
    @TempDir
    Path temp;

    @Test
    void accountsThatAreDamagedDoNotKeepARevokedInvitationOrCredentialGood() throws Exception {
        TestClock clock = new TestClock();
        SecureRandom random = new SecureRandom();
        Path data = temp.resolve("data");
        PrivateFolder folder = PrivateFolder.open(data);
        Accounts accounts = Accounts.stored(folder, random);
        InvitationBook book = new InvitationBook(folder, random, clock);
        Invitations invitations = Invitations.open(folder, book, clock);
        String id = book.create("Bert", 1, Duration.ofHours(1)).invitation().id();
        BroadcasterBook broadcasterBook = new BroadcasterBook(folder, random, clock);
        Broadcasters broadcasters = Broadcasters.open(folder);
        String credential =
                broadcasterBook.create("Hut", Duration.ofHours(1)).credential().id();
        try (AccessWatch watch = new AccessWatch(accounts, invitations, broadcasters, new Audit(accounts))) {
            watch.start();
            await().until(() -> invitations.holds(id) && broadcasters.holds(credential));
            Files.writeString(data.resolve("accounts.json"), "{");
            book.revoke(id);
            broadcasterBook.revoke(credential);
            await().until(() -> !invitations.holds(id) && !broadcasters.holds(credential));
            assertThat(accounts.has("viewer")).isTrue();
        }
    }
}
