package heliograph.broadcaster.desk.window;

import static heliograph.broadcaster.desk.window.PresenterScene.A;
import static heliograph.broadcaster.desk.window.PresenterScene.B;
import static heliograph.broadcaster.desk.window.PresenterScene.MIC;
import static heliograph.broadcaster.desk.window.PresenterScene.OPEN;
import static heliograph.broadcaster.desk.window.PresenterScene.off;
import static heliograph.broadcaster.desk.window.PresenterScene.on;
import static heliograph.broadcaster.desk.window.PresenterScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.Choice;
import heliograph.broadcaster.desk.station.NoRelay;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.RoomException;
import heliograph.broadcaster.desk.station.StateLine;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the window says of a status, and what its button does then. */
class PresenterStatusTest {
    private final PresenterScene scene = new PresenterScene();

    @Test
    void theButtonStopsWhatIsStartingOrOnAirAndWaitsWhileItStops() {
        Presenter presenter = scene.presenter();
        presenter.status(status(new Air.Starting(), List.of(A), List.of(MIC)));
        assertThat(scene.shown().action()).isEqualTo(new WindowModel.Action(true, true));
        presenter.startOrStop();
        assertThat(scene.wishes()).containsExactly((Choice) null);
        presenter.status(status(new Air.Stopping(), List.of(A), List.of(MIC)));
        assertThat(scene.shown().action().enabled()).isFalse();
        presenter.startOrStop();
        assertThat(scene.wishes()).hasSize(1);
    }

    @Test
    void theTimeOnAirGoesOnThroughARecoveryAndEndsWithTheBroadcast() {
        Presenter presenter = scene.presenter();
        presenter.status(status(new Air.Starting(), List.of(A), List.of(MIC)));
        assertThat(scene.shown().time()).isEmpty();
        presenter.status(on(A));
        scene.pass(Duration.ofSeconds(59));
        presenter.tick();
        assertThat(scene.shown().time()).isEqualTo("0:00:59");
        presenter.status(status(new Air.Starting(), List.of(A), List.of(MIC)));
        scene.pass(Duration.ofHours(1));
        presenter.status(on(A));
        assertThat(scene.shown().time()).isEqualTo("1:00:59");
        presenter.status(off(A));
        assertThat(scene.shown().time()).isEmpty();
        presenter.status(on(A));
        assertThat(scene.shown().time()).isEqualTo("0:00:00");
    }

    @Test
    void withTheOptionItStartsOnceByItself() {
        Presenter presenter = scene.presenter("--start", "--camera", "Cam B");
        presenter.status(Status.initial());
        assertThat(scene.wishes()).isEmpty();
        presenter.status(off(A, B));
        presenter.status(off(A, B));
        assertThat(scene.wishes()).hasSize(1);
        assertThat(scene.wish().camera()).isEqualTo(new Source.Device("/dev/video2", "Cam B"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT_TAKEN | '' | Another program already uses UDP port 9777",
                "CANNOT_LISTEN | Permission denied | UDP port 9777: Permission denied",
                "CODEC | AV1 | With --codec AV1",
            })
    void thatManyCannotBeServedByOneEncodeIsSaidAtTheStart(NoRelay.Reason reason, String detail, String words) {
        Presenter presenter = scene.presenter("--relay-port", "9777");
        RoomState open = new RoomState.Open(
                Room.Links.local(URI.create("http://127.0.0.1:1/")),
                Optional.empty(),
                Optional.of(new NoRelay(reason, detail)));
        presenter.status(new Status(
                new Air.Off(),
                new StudioState.Running(),
                Optional.of(new Status.Devices(List.of(A), List.of(MIC), true)),
                List.of(),
                open,
                new Room.Watchers(0, 0),
                true,
                false));
        assertThat(scene.shown().notices()).singleElement().asString().contains(words, "an encode for each");
    }

    @Test
    void thatTheComputerDoesNotKeepUpIsSaidWithWhatToDoWhileItLasts() {
        Presenter presenter = scene.presenter();
        presenter.status(overloaded(true));
        assertThat(scene.shown().notices())
                .singleElement()
                .asString()
                .contains("does not keep up", "--max-viewers", "smaller size");
        presenter.status(overloaded(false));
        assertThat(scene.shown().notices()).isEmpty();
    }

    private static Status overloaded(boolean now) {
        Status on = on(A);
        return new Status(
                on.air(), on.studio(), on.devices(), on.problems(), on.room(), on.watchers(), on.online(), now);
    }

    @Test
    void theFirstAccountIsShownUntilItIsNoted() {
        Presenter presenter = scene.presenter();
        presenter.status(off(A));
        assertThat(scene.shown().account()).contains(new Room.FirstAccount("viewer", "pw"));
        presenter.accountNoted();
        presenter.status(on(A));
        assertThat(scene.shown().account()).isEmpty();
    }

    @Test
    void aRoomThatCannotBeOpenedIsSaidAndStartsNothing() {
        Presenter presenter = scene.presenter("--port", "8081");
        presenter.status(new Status(
                new Air.Off(),
                new StudioState.Running(),
                Optional.of(new Status.Devices(List.of(A), List.of(), true)),
                List.of(),
                new RoomState.Failed(RoomException.Reason.PORT_TAKEN, "in use"),
                new Room.Watchers(0, 0),
                false,
                false));
        assertThat(scene.shown().notices())
                .containsExactly(
                        "Another program already uses 127.0.0.1, port 8081. End it, or choose another port with --port.");
        assertThat(scene.shown().action().enabled()).isFalse();
        assertThat(scene.shown().state().text()).isEqualTo("Cannot go live");
        assertThat(scene.shown().offline()).isTrue();
        assertThat(scene.shown().link()).isEmpty();
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
                true,
                false);
        assertThat(StateLine.of(recovering, words))
                .isEqualTo(new StateLine("The camera process ended; starting again…", StateLine.Tone.WARNING));
    }

    @Test
    void whatCannotSendForWantOfALibraryIsNotReady() {
        Status base = off(A);
        Status missing = new Status(
                base.air(),
                base.studio(),
                base.devices(),
                List.of(new Problem(Problem.Kind.LIBRARY_MISSING, null, "libpulse.so.0")),
                OPEN,
                base.watchers(),
                true,
                false);
        assertThat(StateLine.of(missing, Words.of(Locale.ENGLISH)))
                .isEqualTo(new StateLine("Cannot go live: a library of the system is missing", StateLine.Tone.BAD));
    }

    @Test
    void viewersAndTroublesAreToldInWords() {
        Presenter presenter = scene.presenter("--codec", "VP9", "--bitrate", "12345");
        Status base = on(A);
        presenter.status(new Status(
                base.air(),
                base.studio(),
                base.devices(),
                List.of(new Problem(Problem.Kind.CAMERA_BUSY, "Cam A", null)),
                OPEN,
                new Room.Watchers(3, 1),
                true,
                false));
        assertThat(scene.shown().watching()).isEqualTo("3 viewers are watching · One viewer is waiting");
        assertThat(scene.shown().notices()).hasSize(1).first().asString().contains("\"Cam A\"");
        assertThat(scene.shown().sending()).isEqualTo("VP9, up to 12345 kbit/s per viewer");
    }
}
