package heliograph.broadcaster.desk.window;

import static heliograph.broadcaster.desk.window.PresenterScene.A;
import static heliograph.broadcaster.desk.window.PresenterScene.B;
import static heliograph.broadcaster.desk.window.PresenterScene.MIC;
import static heliograph.broadcaster.desk.window.PresenterScene.off;
import static heliograph.broadcaster.desk.window.PresenterScene.on;
import static heliograph.broadcaster.desk.window.PresenterScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be chosen, what is chosen, and what is sent of it. */
class PresenterChoiceTest {
    private final PresenterScene scene = new PresenterScene();

    @Test
    void theFirstDevicesAreChosenAndStarted() {
        Presenter presenter = scene.presenter();
        presenter.status(off(A, B));
        assertThat(labels(scene.shown().cameras())).containsExactly("Cam A", "Cam B", "Test picture", "No picture");
        assertThat(selected(scene.shown().cameras())).isEqualTo("Cam A");
        assertThat(selected(scene.shown().modes())).isEqualTo("1280 × 720, 30 fps");
        assertThat(selected(scene.shown().microphones())).isEqualTo("Mic A");
        assertThat(scene.shown().action()).isEqualTo(new WindowModel.Action(false, true));
        presenter.startOrStop();
        assertThat(scene.wish().camera()).isEqualTo(new Source.Device("/dev/video0", "Cam A"));
        assertThat(scene.wish().microphone()).isEqualTo(new Source.Device("mic_a", "Mic A"));
        assertThat(scene.wish().video().width()).isEqualTo(1280);
    }

    @Test
    void soundAndPictureAreWithheldBeforeTheStartAndOnAirAndSaidToBeSoOnlyWhenTheyAre() {
        Presenter presenter = scene.presenter();
        presenter.status(off(A));
        presenter.soundOff(true);
        assertThat(scene.wishes()).isEmpty();
        presenter.startOrStop();
        assertThat(scene.wish().withheld()).isEqualTo(new Broadcast.Withheld(false, true));

        presenter.status(on(A));
        assertThat(scene.shown().withholding().effective().sound()).isFalse();
        presenter.hidePicture(true);
        Broadcast.Withheld both = new Broadcast.Withheld(true, true);
        assertThat(scene.wish().withheld()).isEqualTo(both);
        presenter.status(status(new Air.On(true, true, both), List.of(A), List.of(MIC)));
        assertThat(scene.shown().withholding()).isEqualTo(new WindowModel.Withholding(both, both));

        presenter.soundOff(false);
        assertThat(scene.wish().withheld()).isEqualTo(new Broadcast.Withheld(true, false));
    }

    @Test
    void camerasOfOneNameAreToldApart() {
        Camera twin = new Camera("/dev/video4", "Cam A", A.modes());
        scene.presenter().status(off(A, twin, B));
        assertThat(labels(scene.shown().cameras()))
                .containsExactly("Cam A (/dev/video0)", "Cam A (/dev/video4)", "Cam B", "Test picture", "No picture");
    }

    @Test
    void aCameraOfTwoWithOneNameCanBeNamedAsItIsListedOrByItsId() {
        Camera twin = new Camera("/dev/video4", "Cam A", A.modes());
        for (String name : List.of("Cam A (/dev/video4)", "/dev/video4")) {
            Presenter presenter = scene.presenter("--camera", name);
            presenter.status(off(A, twin));
            presenter.startOrStop();
            assertThat(scene.wish().camera()).isEqualTo(new Source.Device("/dev/video4", "Cam A"));
        }
    }

    @Test
    void whereTheListIsNotWholeYetNoDeviceIsNoNews() {
        Status unfinished = new Status(
                new Air.Off(),
                new StudioState.Running(),
                Optional.of(new Status.Devices(List.of(A), List.of(), false)),
                List.of(),
                PresenterScene.OPEN,
                new Room.Watchers(0, 0),
                true,
                false);
        scene.presenter().status(unfinished);
        assertThat(selected(scene.shown().cameras())).isEqualTo("Cam A");
        assertThat(selected(scene.shown().microphones())).isEqualTo("Looking for devices…");
    }

    @Test
    void whereThereIsNoDeviceAnEntrySaysSoAndCannotBeChosen() {
        scene.presenter().status(status(new Air.Off(), List.of(), List.of()));
        WindowModel.Entry<Source> first = scene.shown().cameras().entries().get(0);
        assertThat(first.label()).isEqualTo("No device available");
        assertThat(first.enabled()).isFalse();
        assertThat(selected(scene.shown().cameras())).isEqualTo("No device available");
        assertThat(scene.shown().action().enabled()).isFalse();
        assertThat(scene.shown().state().text()).isEqualTo("Choose what to send");
    }

    @Test
    void theTestPictureNeedsNoDevice() {
        Presenter presenter = scene.presenter();
        presenter.status(status(new Air.Off(), List.of(), List.of()));
        presenter.camera(new Source.Test());
        assertThat(scene.shown().action().enabled()).isTrue();
        presenter.startOrStop();
        assertThat(scene.wish().camera()).isEqualTo(new Source.Test());
        assertThat(scene.wish().microphone()).isEqualTo(new Source.None());
    }

    @Test
    void aDefaultThatIsOnAirStaysTheSameWhenAnotherDeviceComesFirst() {
        Presenter presenter = scene.presenter();
        presenter.status(off(B));
        presenter.startOrStop();
        presenter.status(on(A, B));
        assertThat(selected(scene.shown().cameras())).isEqualTo("Cam B");
    }

    @Test
    void aCameraOnAirThatIsPluggedInElsewhereIsSentFromThere() {
        Camera moved = new Camera("/dev/video4", "Cam B", B.modes());
        Presenter presenter = scene.presenter();
        presenter.status(off(B));
        presenter.startOrStop();
        presenter.status(on());
        assertThat(scene.wishes()).hasSize(1);
        presenter.status(on(moved));
        assertThat(selected(scene.shown().cameras())).isEqualTo("Cam B");
        assertThat(scene.wishes()).hasSize(2);
        assertThat(scene.wish().camera()).isEqualTo(new Source.Device("/dev/video4", "Cam B"));
        presenter.status(on(moved, A));
        assertThat(scene.wishes()).hasSize(2);
    }

    @Test
    void theFirstMicrophoneThatComesWhileOnAirIsHeardAsTheListSays() {
        Presenter presenter = scene.presenter();
        presenter.status(status(new Air.Off(), List.of(A), List.of()));
        presenter.startOrStop();
        assertThat(scene.wish().microphone()).isEqualTo(new Source.None());
        presenter.status(on(A));
        assertThat(selected(scene.shown().microphones())).isEqualTo("Mic A");
        assertThat(scene.wish().microphone()).isEqualTo(new Source.Device("mic_a", "Mic A"));
    }

    @Test
    void whoChoseNoSoundIsNotHeardWhenAMicrophoneComes() {
        Presenter presenter = scene.presenter("--microphone", "none");
        presenter.status(status(new Air.Off(), List.of(A), List.of()));
        presenter.startOrStop();
        presenter.status(on(A));
        assertThat(scene.wishes()).hasSize(1);
    }

    @Test
    void aChosenCameraThatIsUnpluggedStaysChosenAndIsGreyUntilItComesBack() {
        Presenter presenter = scene.presenter();
        presenter.status(off(A, B));
        presenter.camera(new Source.Device("/dev/video2", "Cam B"));
        presenter.status(off(A));
        assertThat(selected(scene.shown().cameras())).isEqualTo("Cam B (not connected)");
        assertThat(scene.shown().cameras().entries().get(0).enabled()).isFalse();
        presenter.status(off(A, B));
        assertThat(selected(scene.shown().cameras())).isEqualTo("Cam B");
    }

    @Test
    void whoChoseTheTestPictureMissesNoCamera() {
        Presenter presenter = scene.presenter();
        presenter.status(
                status(new Air.Off(), List.of(), List.of(MIC), new Problem(Problem.Kind.NO_CAMERA, null, null)));
        assertThat(scene.shown().notices()).hasSize(1);
        presenter.camera(new Source.Test());
        assertThat(scene.shown().notices()).isEmpty();
    }

    @Test
    void whoChoseNoPictureIsNotShownThatThereIsNoDevice() {
        Presenter presenter = scene.presenter();
        presenter.status(off());
        presenter.camera(new Source.None());
        assertThat(selected(scene.shown().cameras())).isEqualTo("No picture");
    }

    @Test
    void aChangeOnAirGoesOnAirAtOnceAndOneOffAirDoesNot() {
        Presenter presenter = scene.presenter();
        presenter.status(off(A, B));
        presenter.camera(new Source.Test());
        assertThat(scene.wishes()).isEmpty();
        presenter.status(on(A, B));
        presenter.camera(new Source.Device("/dev/video0", "Cam A"));
        presenter.mode(new Camera.Mode(640, 480, 15));
        assertThat(scene.wishes()).hasSize(2);
        assertThat(scene.wish().video().width()).isEqualTo(640);
        assertThat(scene.wish().video().rate()).isEqualTo(15);
    }

    @Test
    void theWholeScreenCanBeChosenWhereItCanBeShown() {
        Presenter presenter = scene.presenter(Map.of("DISPLAY", ":1"));
        presenter.status(off(A));
        assertThat(labels(scene.shown().cameras()))
                .containsExactly("Cam A", "Whole screen", "Test picture", "No picture");
        Presenter elsewhere = scene.presenter(Map.of("DISPLAY", ":1", "XDG_SESSION_TYPE", "wayland"));
        elsewhere.status(off(A));
        assertThat(labels(scene.shown().cameras())).doesNotContain("Whole screen");
    }

    @Test
    void thePasswordIsNotOnAScreenThatIsSent() {
        Presenter presenter = scene.presenter(Map.of("DISPLAY", ":1"));
        presenter.status(off(A));
        presenter.camera(new Source.Screen());
        assertThat(scene.shown().account()).isPresent();
        presenter.status(on(A));
        assertThat(scene.shown().account()).isEmpty();
        // What is sent may be behind what is wished.
        presenter.camera(new Source.Test());
        assertThat(scene.shown().account()).isEmpty();
        presenter.status(PresenterScene.status(new Air.Stopping(), List.of(A), List.of()));
        assertThat(scene.shown().account()).isEmpty();
        presenter.status(off(A));
        assertThat(scene.shown().account()).isPresent();
    }

    @Test
    void theConnectionIsCheckedForTheBitrateThatIsChosen() {
        Presenter presenter = scene.presenter("--ice-server", "none", "--network-check", "none", "--uplink", "10");
        presenter.status(off(A));
        presenter.bitrate(8000);
        assertThat(presenter.checks()).last().asString().contains("bitrate=8000");
        presenter.bitrate(500);
        assertThat(presenter.checks()).last().asString().contains("bitrate=500,");
    }

    private static <T> String selected(WindowModel.Choices<T> choices) {
        return choices.entries().get(choices.selected()).label();
    }

    private static <T> List<String> labels(WindowModel.Choices<T> choices) {
        return choices.entries().stream().map(WindowModel.Entry::label).toList();
    }
}
