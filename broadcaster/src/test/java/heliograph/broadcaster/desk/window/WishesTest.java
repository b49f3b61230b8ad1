package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.station.Figures;
import heliograph.broadcaster.desk.station.Quality;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WishesTest {
    private final HeldMemory memory = new HeldMemory();

    private Wishes wishes(String... args) {
        Surroundings surroundings = new Surroundings(Map.of(), "Linux", Path.of("/no-such-home"), Locale.ENGLISH);
        Intent.Run run = (Intent.Run) new SettingsReader(surroundings, "1").read(args);
        Wishes wishes = new Wishes(run.settings(), Words.of(Locale.ENGLISH), memory);
        wishes.camera(new Source.Test());
        return wishes;
    }

    private static String selected(Wishes wishes) {
        WindowModel.Choices<Figures> choices = wishes.qualities();
        return choices.entries().get(choices.selected()).label();
    }

    private static void video(Wishes wishes, int width, int height, int rate, int bitrate) {
        Broadcast.Video video = wishes.choice().video();
        assertThat(List.of(video.width(), video.height(), video.rate(), video.bitrate()))
                .containsExactly(width, height, rate, bitrate);
    }

    @Test
    void aQualityIsSizeRateAndBitrateByOneName() {
        Wishes wishes = wishes();
        assertThat(selected(wishes)).isEqualTo("HD, smooth");
        video(wishes, 1280, 720, 30, 2500);
        wishes.figures(Quality.SLIDES.figures());
        assertThat(selected(wishes)).isEqualTo("Full HD, for slides");
        video(wishes, 1920, 1080, 10, 2500);
    }

    @Test
    void exactFiguresThatAreNoQualityAreSaidAsTheyAre() {
        Wishes wishes = wishes();
        wishes.bitrate(4500);
        assertThat(selected(wishes)).isEqualTo("1280 × 720, 30 fps, 4500 kbit/s");
        wishes.mode(new Camera.Mode(1920, 1080, 30));
        assertThat(selected(wishes)).isEqualTo("Full HD, smooth");
        assertThat(wishes.qualities().entries()).hasSize(Quality.values().length);
    }

    @Test
    void aBitrateThatIsNoneOfTheListIsInIt() {
        WindowModel.Choices<Integer> bitrates = wishes("--bitrate", "3210").bitrates();
        assertThat(bitrates.entries().get(bitrates.selected()).label()).isEqualTo("3210 kbit/s");
        assertThat(bitrates.entries())
                .extracting(WindowModel.Entry::value)
                .isSorted()
                .contains(2500, 4500);
    }

    @Test
    void figuresAreThoseOfTheLastTimeUnlessTheSettingsAskForSome() {
        wishes().figures(Quality.SMALL.figures());
        video(wishes(), 640, 360, 30, 800);
        video(wishes("--bitrate", "2500"), 640, 360, 30, 2500);
        video(wishes("--size", "1280x720"), 1280, 720, 30, 800);
    }

    @Test
    void aCameraThatCannotDoWhatIsWishedDoesWhatIsNearestAndTheWishStays() {
        Camera small = new Camera("/dev/video0", "Cam", List.of(new Camera.Mode(640, 480, 30)));
        Wishes wishes = wishes();
        wishes.devices(Optional.of(new Status.Devices(List.of(small), List.of(), true)));
        wishes.camera(new Source.Device("/dev/video0", "Cam"));
        assertThat(selected(wishes)).isEqualTo("640 × 480, 30 fps, 2500 kbit/s");
        video(wishes, 640, 480, 30, 2500);
        wishes.camera(new Source.Test());
        video(wishes, 1280, 720, 30, 2500);
    }

    @Test
    void aScreenOfTheLastTimeIsNotSentWithoutAClick() {
        memory.note(known -> known.camera(new Source.Screen()));
        assertThat(last(Map.of("DISPLAY", ":1")).choice().camera()).isEqualTo(new Source.Screen());
        assertThat(last(Map.of("DISPLAY", ":1"), "--start").choice().camera()).isEqualTo(new Source.None());
        assertThat(last(Map.of()).choice().camera()).isEqualTo(new Source.None());
    }

    private Wishes last(Map<String, String> environment, String... args) {
        Surroundings surroundings = new Surroundings(environment, "Linux", Path.of("/no-such-home"), Locale.ENGLISH);
        Intent.Run run = (Intent.Run) new SettingsReader(surroundings, "1").read(args);
        return new Wishes(run.settings(), Words.of(Locale.ENGLISH), memory);
    }
}
