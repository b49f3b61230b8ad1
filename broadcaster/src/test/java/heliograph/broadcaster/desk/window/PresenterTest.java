package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Choice;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.RoomException;
import heliograph.broadcaster.desk.station.StateLine;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresenterTest {
    private static final Camera A =
            new Camera("/dev/video0", "Cam A", List.of(new Camera.Mode(1280, 720, 30), new Camera.Mode(640, 480, 15)));
    private static final Camera B = new Camera("/dev/video2", "Cam B", List.of(new Camera.Mode(640, 480, 30)));
    private static final Microphone MIC = new Microphone("mic_a", "Mic A");
    private static final RoomState OPEN =
            new RoomState.Open(URI.create("http://127.0.0.1:1/"), Optional.of(new Room.FirstAccount("viewer", "pw")));

    private final List<@Nullable Choice> wishes = new ArrayList<>();
    private @Nullable WindowModel shown;

    private final Broadcaster broadcaster = new Broadcaster() {
        @Override
        public void start(Choice choice) {
            wishes.add(choice);
        }

        @Override
        public void stop() {
            wishes.add(null);
        }
    };

    private Presenter presenter(String... args) {
        Intent intent = new SettingsReader(
                        new Surroundings(Map.of(), "Linux", Path.of("/no-such-home"), Locale.ENGLISH), "1")
                .read(args);
        Settings settings = ((Intent.Run) intent).settings();
        return new Presenter(broadcaster, settings, Words.of(Locale.ENGLISH), model -> shown = model);
    }

    private WindowModel shown() {
        return Objects.requireNonNull(shown);
    }

    private static Status status(Air air, List<Camera> cameras, List<Microphone> microphones, Problem... problems) {
        return new Status(
                air,
                new StudioState.Running(),
                Optional.of(new Status.Devices(cameras, microphones)),
                List.of(problems),
                OPEN,
                new Room.Watchers(0, 0),
                true);
    }

    private static Status off(Camera... cameras) {
        return status(new Air.Off(), List.of(cameras), List.of(MIC));
    }

    private static Status on(Camera... cameras) {
        return status(new Air.On(true, true), List.of(cameras), List.of(MIC));
    }

    private static <T> String selected(WindowModel.Choices<T> choices) {
        return choices.entries().get(choices.selected()).label();
    }

    private static <T> List<String> labels(WindowModel.Choices<T> choices) {
        return choices.entries().stream().map(WindowModel.Entry::label).toList();
    }

    private Choice wish() {
        return Objects.requireNonNull(wishes.get(wishes.size() - 1));
    }

    @Test
    void theFirstDevicesAreChosenAndStarted() {
        Presenter presenter = presenter();
        presenter.status(off(A, B));
        assertThat(labels(shown().cameras())).containsExactly("Cam A", "Cam B", "Test picture", "No picture");
        assertThat(selected(shown().cameras())).isEqualTo("Cam A");
        assertThat(selected(shown().modes())).isEqualTo("1280 × 720, 30 fps");
        assertThat(selected(shown().microphones())).isEqualTo("Mic A");
        assertThat(shown().action()).isEqualTo(new WindowModel.Action(false, true));
        presenter.startOrStop();
        assertThat(wish().camera()).isEqualTo(new Source.Device("/dev/video0", "Cam A"));
        assertThat(wish().microphone()).isEqualTo(new Source.Device("mic_a", "Mic A"));
        assertThat(wish().video().width()).isEqualTo(1280);
    }

    @Test
    void whereThereIsNoDeviceAnEntrySaysSoAndCannotBeChosen() {
        presenter().status(status(new Air.Off(), List.of(), List.of()));
        WindowModel.Entry<Source> first = shown().cameras().entries().get(0);
        assertThat(first.label()).isEqualTo("No device available");
        assertThat(first.enabled()).isFalse();
        assertThat(selected(shown().cameras())).isEqualTo("No device available");
        assertThat(shown().action().enabled()).isFalse();
        assertThat(shown().state().text()).isEqualTo("Choose what to send");
    }

    @Test
    void theTestPictureNeedsNoDevice() {
        Presenter presenter = presenter();
        presenter.status(status(new Air.Off(), List.of(), List.of()));
        presenter.camera(new Source.Test());
        assertThat(shown().action().enabled()).isTrue();
        presenter.startOrStop();
        assertThat(wish().camera()).isEqualTo(new Source.Test());
        assertThat(wish().microphone()).isEqualTo(new Source.None());
    }

    @Test
    void aDefaultThatIsOnAirStaysTheSameWhenAnotherDeviceComesFirst() {
        Presenter presenter = presenter();
        presenter.status(off(B));
        presenter.startOrStop();
        presenter.status(on(A, B));
        assertThat(selected(shown().cameras())).isEqualTo("Cam B");
    }

    @Test
    void aCameraOnAirThatIsPluggedInElsewhereIsSentFromThere() {
        Camera moved = new Camera("/dev/video4", "Cam B", B.modes());
        Presenter presenter = presenter();
        presenter.status(off(B));
        presenter.startOrStop();
        presenter.status(on());
        assertThat(wishes).hasSize(1);
        presenter.status(on(moved));
        assertThat(selected(shown().cameras())).isEqualTo("Cam B");
        assertThat(wishes).hasSize(2);
        assertThat(wish().camera()).isEqualTo(new Source.Device("/dev/video4", "Cam B"));
        presenter.status(on(moved, A));
        assertThat(wishes).hasSize(2);
    }

    @Test
    void theFirstMicrophoneThatComesWhileOnAirIsHeardAsTheListSays() {
        Presenter presenter = presenter();
        presenter.status(status(new Air.Off(), List.of(A), List.of()));
        presenter.startOrStop();
        assertThat(wish().microphone()).isEqualTo(new Source.None());
        presenter.status(on(A));
        assertThat(selected(shown().microphones())).isEqualTo("Mic A");
        assertThat(wish().microphone()).isEqualTo(new Source.Device("mic_a", "Mic A"));
    }

    @Test
    void whoChoseNoSoundIsNotHeardWhenAMicrophoneComes() {
        Presenter presenter = presenter("--microphone", "none");
        presenter.status(status(new Air.Off(), List.of(A), List.of()));
        presenter.startOrStop();
        presenter.status(on(A));
        assertThat(wishes).hasSize(1);
    }

    @Test
    void aChosenCameraThatIsUnpluggedStaysChosenAndIsGreyUntilItComesBack() {
        Presenter presenter = presenter();
        presenter.status(off(A, B));
        presenter.camera(new Source.Device("/dev/video2", "Cam B"));
        presenter.status(off(A));
        assertThat(selected(shown().cameras())).isEqualTo("Cam B (not connected)");
        assertThat(shown().cameras().entries().get(0).enabled()).isFalse();
        presenter.status(off(A, B));
        assertThat(selected(shown().cameras())).isEqualTo("Cam B");
    }

    @Test
    void whoChoseTheTestPictureMissesNoCamera() {
        Presenter presenter = presenter();
        presenter.status(
                status(new Air.Off(), List.of(), List.of(MIC), new Problem(Problem.Kind.NO_CAMERA, null, null)));
        assertThat(shown().notices()).hasSize(1);
        presenter.camera(new Source.Test());
        assertThat(shown().notices()).isEmpty();
    }

    @Test
    void whoChoseNoPictureIsNotShownThatThereIsNoDevice() {
        Presenter presenter = presenter();
        presenter.status(off());
        presenter.camera(new Source.None());
        assertThat(selected(shown().cameras())).isEqualTo("No picture");
    }

    @Test
    void aChangeOnAirGoesOnAirAtOnceAndOneOffAirDoesNot() {
        Presenter presenter = presenter();
        presenter.status(off(A, B));
        presenter.camera(new Source.Test());
        assertThat(wishes).isEmpty();
        presenter.status(on(A, B));
        presenter.camera(new Source.Device("/dev/video0", "Cam A"));
        presenter.mode(new Camera.Mode(640, 480, 15));
        assertThat(wishes).hasSize(2);
        assertThat(wish().video().width()).isEqualTo(640);
        assertThat(wish().video().rate()).isEqualTo(15);
    }

    @Test
    void theButtonStopsWhatIsStartingOrOnAirAndWaitsWhileItStops() {
        Presenter presenter = presenter();
        presenter.status(status(new Air.Starting(), List.of(A), List.of(MIC)));
        assertThat(shown().action()).isEqualTo(new WindowModel.Action(true, true));
        presenter.startOrStop();
        assertThat(wishes).containsExactly((Choice) null);
        presenter.status(status(new Air.Stopping(), List.of(A), List.of(MIC)));
        assertThat(shown().action().enabled()).isFalse();
        presenter.startOrStop();
        assertThat(wishes).hasSize(1);
    }

    @Test
    void withTheOptionItStartsOnceByItself() {
        Presenter presenter = presenter("--start", "--camera", "Cam B");
        presenter.status(Status.initial());
        assertThat(wishes).isEmpty();
        presenter.status(off(A, B));
        presenter.status(off(A, B));
        assertThat(wishes).hasSize(1);
        assertThat(wish().camera()).isEqualTo(new Source.Device("/dev/video2", "Cam B"));
    }

    @Test
    void theFirstAccountIsShownUntilItIsNoted() {
        Presenter presenter = presenter();
        presenter.status(off(A));
        assertThat(shown().account()).contains(new Room.FirstAccount("viewer", "pw"));
        presenter.accountNoted();
        presenter.status(on(A));
        assertThat(shown().account()).isEmpty();
    }

    @Test
    void aRoomThatCannotBeOpenedIsSaidAndStartsNothing() {
        Presenter presenter = presenter("--port", "8081");
        presenter.status(new Status(
                new Air.Off(),
                new StudioState.Running(),
                Optional.of(new Status.Devices(List.of(A), List.of())),
                List.of(),
                new RoomState.Failed(RoomException.Reason.PORT_TAKEN, "in use"),
                new Room.Watchers(0, 0),
                false));
        assertThat(shown().notices())
                .containsExactly(
                        "Another program already uses 127.0.0.1, port 8081. End it, or choose another port with --port.");
        assertThat(shown().action().enabled()).isFalse();
        assertThat(shown().state().text()).isEqualTo("Cannot go live");
        assertThat(shown().offline()).isTrue();
        assertThat(shown().link()).isEmpty();
    }

    @Test
    void everyStateHasItsWords() {
        Words words = Words.of(Locale.ENGLISH);
        Status on = on(A);
        assertThat(StateLine.of(on, words).text()).isEqualTo("On air");
        assertThat(StateLine.of(off(A), words).text()).isEqualTo("Ready to go live");
        assertThat(StateLine.of(Status.initial(), words).text()).isEqualTo("Getting ready…");
        assertThat(StateLine.of(status(new Air.On(false, true), List.of(), List.of()), words)
                        .text())
                .isEqualTo("On air with the sound alone");
        Status recovering = new Status(
                new Air.Starting(),
                new StudioState.Recovering(StudioState.Cause.ENDED, Duration.ZERO),
                on.devices(),
                List.of(),
                OPEN,
                new Room.Watchers(0, 0),
                true);
        assertThat(StateLine.of(recovering, words))
                .isEqualTo(new StateLine("The camera process ended; starting again…", StateLine.Tone.WARNING));
    }

    @Test
    void viewersAndTroublesAreToldInWords() {
        Presenter presenter = presenter("--codec", "VP9", "--bitrate", "12345");
        Status base = on(A);
        presenter.status(new Status(
                base.air(),
                base.studio(),
                base.devices(),
                List.of(new Problem(Problem.Kind.CAMERA_BUSY, "Cam A", null)),
                OPEN,
                new Room.Watchers(3, 1),
                true));
        assertThat(shown().watching()).isEqualTo("3 viewers are watching · One viewer is waiting");
        assertThat(shown().notices()).hasSize(1).first().asString().contains("\"Cam A\"");
        assertThat(shown().sending()).isEqualTo("VP9, up to 12345 kbit/s per viewer");
    }
}
