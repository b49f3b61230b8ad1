package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.room.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BroadcastersTest {
    @TempDir
    private Path temp;

    @Test
    void whatAnotherProcessChangesIsNoticedAndNamed() throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        Broadcasters broadcasters = Broadcasters.open(folder);
        BroadcasterBook book = new BroadcasterBook(folder, new SecureRandom(), new TestClock());
        String hut = book.create("Hut", Duration.ofHours(1)).credential().id();
        assertThat(broadcasters.reload()).containsExactly(hut + " (Hut) made");
        book.revoke(hut);
        assertThat(broadcasters.reload()).containsExactly(hut + " (Hut) revoked");
        Files.delete(temp.resolve("data/broadcasters.json"));
        assertThat(broadcasters.reload()).containsExactly(hut + " (Hut) gone");
        assertThat(broadcasters.reload()).isEmpty();
    }
}
