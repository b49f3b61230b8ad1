package heliograph.broadcaster.desk;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.relay.FakeRelay;
import heliograph.broadcaster.desk.relay.RelayOpener;
import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.station.NoRelay;
import heliograph.broadcaster.desk.station.Room;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room without a relay says why, and is a room all the same. */
class SignalingRoomTest {
    @TempDir
    Path folder;

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        assertThat(noRelay(Optional.of((settings, observer) -> {
                    throw new BindException("Address already in use");
                })))
                .contains(new NoRelay(NoRelay.Reason.PORT_TAKEN, ""));
        assertThat(noRelay(Optional.of((settings, observer) -> {
                    throw new IOException("Permission denied");
                })))
                .contains(new NoRelay(NoRelay.Reason.CANNOT_LISTEN, "Permission denied"));
    }

    @Test
    void aCodecThatIsNotForwardedIsSaid() throws Exception {
        assertThat(noRelay(Optional.empty(), "--codec", "AV1")).contains(new NoRelay(NoRelay.Reason.CODEC, "AV1"));
    }

    @Test
    void nothingIsSaidWhereThereIsARelayOrNoneIsWanted() throws Exception {
        assertThat(noRelay(Optional.of((settings, observer) -> new FakeRelay())))
                .isEmpty();
        assertThat(noRelay(Optional.empty(), "--path", "direct")).isEmpty();
    }

    private Optional<NoRelay> noRelay(Optional<RelayOpener> opener, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("--port", "0", "--https-port", "none", "--data"));
        words.add(Files.createTempDirectory(folder, "data").toString());
        words.addAll(List.of("--network-check", "none", "--ice-server", "none"));
        words.addAll(List.of(more));
        Surroundings surroundings = new Surroundings(Map.of(), "Linux", folder, Locale.ENGLISH);
        Intent intent = new SettingsReader(surroundings, "1").read(words.toArray(String[]::new));
        Settings settings = ((Intent.Run) intent).settings();
        try (Room room = SignalingRoom.open(settings, opener)) {
            return room.noRelay();
        }
    }
}
