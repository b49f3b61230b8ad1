package heliograph.broadcaster.desk.station;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.link.StudioRun;
import heliograph.broadcaster.link.StudioSupervisor;
import heliograph.broadcaster.link.Timeline;
import heliograph.broadcaster.link.VideoCodec;
import heliograph.signaling.room.Announcement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The station with a real supervisor, a run that only listens, and a timeline on which later never comes by itself. */
class StationTest {
    private static final Problem BUSY = new Problem(Problem.Kind.CAMERA_BUSY, "Cam", null);
    private static final Choice CHOICE = new Choice(
            new Source.Test(),
            new Source.Test(),
            new Broadcast.Video(640, 480, 30, 1000, VideoCodec.AUTO),
            new Broadcast.Processing(true, true, true),
            null,
            new Broadcast.Slate("", "", ""),
            Broadcast.Withheld.NOTHING);

    private final List<StudioCommand> commands = new ArrayList<>();
    private final List<Status> statuses = new ArrayList<>();
    private final List<StudioRun.Listener> runs = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Timeline timeline = new Timeline() {
        @Override
        public void run(Runnable task) {
            task.run();
        }

        @Override
        public Later later(Duration delay, Runnable task) {
            later.add(task);
            return () -> later.remove(task);
        }
    };
    private final Station station = new Station(timeline);
    private final StudioSupervisor studio = new StudioSupervisor(this::launch, timeline, station);

    private StudioRun launch(StudioRun.Listener listener) {
        runs.add(listener);
        return new StudioRun() {
            @Override
            public void send(StudioCommand command) {
                commands.add(command);
            }

            @Override
            public void kill() {
                // Nothing runs.
            }

            @Override
            public void close() {
                // Nothing runs.
            }
        };
    }

    private void says(StudioEvent event) {
        runs.get(runs.size() - 1).event(event);
    }

    private Status now() {
        return statuses.get(statuses.size() - 1);
    }

    private long starts() {
        return commands.stream().filter(StudioCommand.Start.class::isInstance).count();
    }

    @BeforeEach
    void begin() {
        station.listen(statuses::add);
        station.studio(studio);
        studio.start();
        says(new StudioEvent.Ready(StudioEvent.VERSION));
    }

    @Test
    void goingOnAirWaitsForTheRoom() {
        station.start(CHOICE);
        assertThat(starts()).isZero();
        assertThat(now().air()).isEqualTo(new Air.Starting());
        station.opened(new FakeRoom());
        assertThat(starts()).isEqualTo(1);
        says(new StudioEvent.OnAir(true, false));
        assertThat(now().air()).isEqualTo(new Air.On(true, false));
    }

    @Test
    void whatIsWithheldIsSaidToTheNextStudioTooAndHoldsWhenTheStudioSaysSo() {
        onAir();
        Broadcast.Withheld all = new Broadcast.Withheld(true, true);
        station.start(CHOICE.withholding(all));
        assertThat(now().air()).isEqualTo(new Air.On(true, true));
        says(new StudioEvent.OnAir(true, true, all));
        assertThat(now().air()).isEqualTo(new Air.On(true, true, all));

        runs.get(runs.size() - 1).ended(134);
        later.get(later.size() - 1).run();
        says(new StudioEvent.Ready(StudioEvent.VERSION));
        assertThat(commands.get(commands.size() - 1))
                .isInstanceOfSatisfying(
                        StudioCommand.Start.class,
                        start -> assertThat(start.broadcast().withheld()).isEqualTo(all));
    }

    @Test
    void stoppingWaitsForTheStudio() {
        onAir();
        station.stop();
        assertThat(now().air()).isEqualTo(new Air.Stopping());
        says(new StudioEvent.OffAir());
        assertThat(now().air()).isEqualTo(new Air.Off());
    }

    @Test
    void aStudioThatNeverSaysThatItStoppedIsNotWaitedForForever() {
        onAir();
        station.stop();
        later.get(later.size() - 1).run();
        assertThat(now().air()).isEqualTo(new Air.Off());
    }

    @Test
    void whoStartsWhileItStopsIsOnAirAfterwards() {
        onAir();
        station.stop();
        station.start(CHOICE);
        assertThat(starts()).isEqualTo(1);
        says(new StudioEvent.OffAir());
        assertThat(starts()).isEqualTo(2);
        assertThat(now().air()).isEqualTo(new Air.Starting());
    }

    @Test
    void whoWasReplacedIsOffAirSaysWhyAndTakesTheRoomBackByAStart() {
        Problem replaced = new Problem(Problem.Kind.REPLACED, null, null);
        onAir();
        says(new StudioEvent.Trouble(replaced));
        assertThat(now().air()).isEqualTo(new Air.Stopping());
        assertThat(commands.get(commands.size() - 1)).isInstanceOf(StudioCommand.Stop.class);
        says(new StudioEvent.OffAir());
        assertThat(now().air()).isEqualTo(new Air.Off());
        assertThat(now().problems()).containsExactly(replaced);
        assertThat(StateLine.of(now(), Words.of(Locale.ENGLISH)))
                .isEqualTo(new StateLine("Off air: another broadcaster has the room", StateLine.Tone.BAD));
        station.start(CHOICE);
        assertThat(starts()).isEqualTo(2);
        assertThat(now().air()).isEqualTo(new Air.Starting());
        assertThat(now().problems()).isEmpty();
    }

    @Test
    void nothingLeftToSendIsOffAirWithItsTrouble() {
        onAir();
        says(new StudioEvent.Trouble(BUSY));
        says(new StudioEvent.OffAir());
        assertThat(now().air()).isEqualTo(new Air.Off());
        assertThat(now().problems()).containsExactly(BUSY);
        station.start(CHOICE);
        assertThat(now().problems()).isEmpty();
    }

    @Test
    void aCuredTroubleIsGone() {
        onAir();
        says(new StudioEvent.Trouble(BUSY));
        says(new StudioEvent.Trouble(BUSY));
        assertThat(now().problems()).containsExactly(BUSY);
        says(new StudioEvent.Cured(Problem.Kind.CAMERA_BUSY, "Cam"));
        assertThat(now().problems()).isEmpty();
    }

    @Test
    void aChangeOnAirLeavesTheRoomAndItsTroublesAlone() {
        onAir();
        says(new StudioEvent.Trouble(BUSY));
        station.start(CHOICE);
        assertThat(now().problems()).containsExactly(BUSY);
        assertThat(tokens()).containsExactly("token 1", "token 1");
        // Another studio has never been in the room.
        runs.get(0).ended(134);
        later.get(later.size() - 1).run();
        says(new StudioEvent.Ready(StudioEvent.VERSION));
        assertThat(tokens()).containsExactly("token 1", "token 1", "token 2");
    }

    @Test
    void aTokenThatTheRoomTakesNoLongerIsReplaced() {
        onAir();
        says(new StudioEvent.TokenRefused());
        assertThat(tokens()).containsExactly("token 1", "token 2");
        station.stop();
        says(new StudioEvent.TokenRefused());
        assertThat(tokens()).containsExactly("token 1", "token 2");
    }

    @Test
    void whoGoesOnAirAgainDoesNotUseTheTokenOfTheLastTime() {
        onAir();
        station.stop();
        says(new StudioEvent.OffAir());
        station.start(CHOICE);
        assertThat(tokens()).containsExactly("token 1", "token 2");
    }

    private List<String> tokens() {
        return commands.stream()
                .filter(StudioCommand.Start.class::isInstance)
                .map(command -> ((StudioCommand.Start) command).broadcast().token())
                .toList();
    }

    @Test
    void aDeadStudioIsAStartInTheMakingAndItsDevicesAreRemembered() {
        onAir();
        says(new StudioEvent.Devices(List.of(new Camera("1", "Cam", List.of())), List.of(), List.of(), true));
        runs.get(0).ended(134);
        assertThat(now().air()).isEqualTo(new Air.Starting());
        assertThat(now().devices()).isPresent();
    }

    @Test
    void aRoomThatCannotBeOpenedEndsTheWish() {
        station.start(CHOICE);
        station.notOpened(new RoomException(RoomException.Reason.PORT_TAKEN, "in use", new Exception()));
        assertThat(now().air()).isEqualTo(new Air.Off());
        assertThat(now().room()).isEqualTo(new Status.RoomState.Failed(RoomException.Reason.PORT_TAKEN, "in use"));
        station.start(CHOICE);
        assertThat(now().air()).isEqualTo(new Air.Off());
    }

    @Test
    void watchersTheNetworkAndAnOverloadAreInTheStatus() {
        FakeRoom room = new FakeRoom();
        station.opened(room);
        assertThat(now().overloaded()).isFalse();
        assertThat(now().watchers()).isEqualTo(new Room.Watchers(2, 1));
        station.online(false);
        assertThat(now().online()).isFalse();
        for (boolean overloaded : List.of(true, false)) {
            room.overloaded(overloaded);
            assertThat(now().overloaded()).isEqualTo(overloaded);
        }
    }

    @Test
    void theSameStatusIsNotToldTwice() {
        int before = statuses.size();
        station.online(true);
        station.stop();
        assertThat(statuses).hasSize(before);
    }

    private void onAir() {
        station.opened(new FakeRoom());
        station.start(CHOICE);
        says(new StudioEvent.OnAir(true, true));
    }

    @Test
    void whatIsToBeSaidOfItIsSaidInTheRoomThatOpensLaterToo() {
        FakeRoom room = new FakeRoom();
        station.announce(new Announcement("Vespers", false));
        station.opened(room);
        station.announce(new Announcement("Vespers", true));
        assertThat(room.announced)
                .containsExactly(new Announcement("Vespers", false), new Announcement("Vespers", true));
    }

    @Test
    void whoIsToGoIsTakenOutOfTheRoom() {
        FakeRoom room = new FakeRoom();
        station.remove("before there is a room");
        station.opened(room);
        station.remove("a");
        assertThat(room.removed).containsExactly("a");
    }
}
