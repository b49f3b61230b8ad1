package heliograph.broadcaster.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudioSupervisorTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualTimeline timeline = new ManualTimeline();
    private final List<FakeRun> runs = new ArrayList<>();
    private final List<StudioState> states = new ArrayList<>();
    private final List<StudioEvent> events = new ArrayList<>();
    private boolean cannotStart;
    private final StudioSupervisor supervisor = new StudioSupervisor(this::launch, timeline, new StudioListener() {
        @Override
        public void state(StudioState state) {
            states.add(state);
        }

        @Override
        public void event(StudioEvent event) {
            events.add(event);
        }
    });

    private StudioRun launch(StudioRun.Listener listener) throws IOException {
        if (cannotStart) {
            throw new IOException("no such program");
        }
        FakeRun run = new FakeRun(listener);
        runs.add(run);
        return run;
    }

    @BeforeEach
    void start() {
        supervisor.start();
    }

    private FakeRun run(int number) {
        return runs.get(number);
    }

    @Test
    void theFirstWordIsTheVersion() {
        assertThat(run(0).commands).containsExactly(new StudioCommand.Hello(StudioEvent.VERSION));
        assertThat(states).containsExactly(new StudioState.Starting());
    }

    @Test
    void aSecondStartStartsNothing() {
        supervisor.start();
        assertThat(runs).hasSize(1);
    }

    @Test
    void eventsArePassedOnAndThePulseIsNot() {
        run(0).ready();
        run(0).pulse();
        run(0).listener.event(new StudioEvent.Peers(2, 1));
        assertThat(events).containsExactly(new StudioEvent.Peers(2, 1));
        assertThat(states).endsWith(new StudioState.Running());
    }

    @Test
    void aWishToBeOnAirWaitsForTheStudioToBeReady() {
        supervisor.goOnAir(() -> Broadcasts.test("t"));
        assertThat(run(0).commands).hasSize(1);
        run(0).ready();
        assertThat(run(0).commands).endsWith(new StudioCommand.Start(Broadcasts.test("t")));
    }

    @Test
    void aStudioThatDiedIsStartedAgainAndOnAirAgainWithAFreshToken() {
        AtomicInteger tokens = new AtomicInteger();
        run(0).ready();
        supervisor.goOnAir(() -> Broadcasts.test("t" + tokens.incrementAndGet()));
        run(0).listener.ended(134);
        assertThat(states).endsWith(new StudioState.Recovering(StudioState.Cause.ENDED, Duration.ofMillis(100)));
        timeline.pass(Duration.ofMillis(100));
        run(1).ready();
        assertThat(run(0).commands).endsWith(new StudioCommand.Start(Broadcasts.test("t1")));
        assertThat(run(1).commands)
                .containsExactly(
                        new StudioCommand.Hello(StudioEvent.VERSION), new StudioCommand.Start(Broadcasts.test("t2")));
        assertThat(states).endsWith(new StudioState.Running());
    }

    @Test
    void whatWentOffAirStaysOffAirAfterARestart() {
        run(0).ready();
        supervisor.goOnAir(() -> Broadcasts.test("t"));
        supervisor.goOffAir();
        assertThat(run(0).commands).endsWith(new StudioCommand.Stop());
        run(0).listener.ended(1);
        timeline.pass(SECOND);
        run(1).ready();
        assertThat(run(1).commands).hasSize(1);
    }

    @Test
    void whatIsMonitoredIsAskedOfEachStudioAndBeforeItIsOnAir() {
        StudioCommand.Monitor monitor =
                new StudioCommand.Monitor(Broadcasts.test("t").inputs(), true, true);
        supervisor.monitor(monitor);
        supervisor.goOnAir(() -> Broadcasts.test("t"));
        run(0).ready();
        supervisor.monitor(monitor);
        run(0).listener.ended(134);
        timeline.pass(SECOND);
        run(1).ready();
        supervisor.monitor(StudioCommand.Monitor.NOTHING);

        StudioCommand hello = new StudioCommand.Hello(StudioEvent.VERSION);
        StudioCommand start = new StudioCommand.Start(Broadcasts.test("t"));
        assertThat(run(0).commands).containsExactly(hello, monitor, start);
        assertThat(run(1).commands).containsExactly(hello, monitor, start, StudioCommand.Monitor.NOTHING);
    }

    @Test
    void aSilentStudioIsKilledAfterFiveSeconds() {
        run(0).ready();
        run(0).pulse();
        timeline.pass(Duration.ofMillis(4999));
        assertThat(run(0).killed).isFalse();
        timeline.pass(Duration.ofMillis(1));
        assertThat(run(0).killed).isTrue();
        assertThat(states).endsWith(new StudioState.Recovering(StudioState.Cause.SILENT, Duration.ofMillis(100)));
        timeline.pass(Duration.ofMillis(100));
        assertThat(runs).hasSize(2);
    }

    @Test
    void aDeskThatStoodStillItselfBlamesNoStudioForIt() {
        run(0).ready();
        run(0).pulse();
        timeline.stall(Duration.ofMinutes(1));
        assertThat(run(0).killed).isFalse();
        run(0).pulse();
        timeline.pass(StudioSupervisor.SILENCE.minusMillis(1));
        assertThat(run(0).killed).isFalse();
    }

    @Test
    void aStudioThatIsSilentAfterAStandstillIsKilledToo() {
        run(0).ready();
        run(0).pulse();
        timeline.stall(Duration.ofMinutes(1));
        timeline.pass(StudioSupervisor.SILENCE);
        assertThat(run(0).killed).isTrue();
    }

    @Test
    void aStudioThatPulsesIsLeftAlone() {
        run(0).ready();
        for (int i = 0; i < 60; i++) {
            timeline.pass(SECOND);
            run(0).pulse();
        }
        assertThat(runs).hasSize(1);
        assertThat(run(0).killed).isFalse();
    }

    @Test
    void aStudioThatLoadsSlowlyIsGivenTime() {
        run(0).ready();
        timeline.pass(StudioSupervisor.SILENCE.plus(SECOND));
        assertThat(run(0).killed).isFalse();
        run(0).pulse();
        timeline.pass(StudioSupervisor.SILENCE);
        assertThat(run(0).killed).isTrue();
    }

    @Test
    void aStudioThatNeverSaysAWordIsKilledToo() {
        timeline.pass(StudioSupervisor.STARTUP);
        assertThat(run(0).killed).isTrue();
    }

    @Test
    void theEndOfARunThatWasKilledIsNotCountedTwice() {
        run(0).ready();
        run(0).pulse();
        timeline.pass(StudioSupervisor.SILENCE);
        run(0).listener.ended(137);
        run(0).listener.event(new StudioEvent.OffAir());
        timeline.pass(SECOND);
        assertThat(runs).hasSize(2);
        assertThat(events).isEmpty();
    }

    @Test
    void failureAfterFailureWaitsLongerAndHealthForgivesIt() {
        run(0).listener.ended(1);
        timeline.pass(Duration.ofMillis(100));
        run(1).listener.ended(1);
        assertThat(states).endsWith(new StudioState.Recovering(StudioState.Cause.ENDED, Duration.ofMillis(200)));
        timeline.pass(Duration.ofMillis(200));
        run(2).ready();
        for (int i = 0; i < 31; i++) {
            timeline.pass(SECOND);
            run(2).pulse();
        }
        run(2).listener.ended(1);
        assertThat(states).endsWith(new StudioState.Recovering(StudioState.Cause.ENDED, Duration.ofMillis(100)));
    }

    @Test
    void aProcessThatCannotBeMadeIsTriedAgain() {
        cannotStart = true;
        run(0).listener.ended(1);
        timeline.pass(Duration.ofMillis(100));
        assertThat(states).endsWith(new StudioState.Recovering(StudioState.Cause.NOT_STARTED, Duration.ofMillis(200)));
        cannotStart = false;
        timeline.pass(Duration.ofMillis(200));
        assertThat(runs).hasSize(2);
    }

    @Test
    void aStudioOfAnotherVersionIsNotTriedAgain() {
        run(0).listener.event(new StudioEvent.Ready(StudioEvent.VERSION + 1));
        run(0).listener.ended(0);
        timeline.pass(Duration.ofMinutes(5));
        assertThat(runs).hasSize(1);
        assertThat(run(0).killed).isTrue();
        assertThat(states).endsWith(new StudioState.Incompatible(StudioEvent.VERSION + 1));
    }

    @Test
    void whatComesBeforeTheHandshakeIsNotHeard() {
        run(0).listener.event(new StudioEvent.Peers(1, 1));
        assertThat(events).isEmpty();
    }

    @Test
    void closingEndsTheStudioAndStartsNone() {
        run(0).ready();
        supervisor.close();
        run(0).listener.ended(0);
        timeline.pass(Duration.ofMinutes(1));
        assertThat(run(0).closed).isTrue();
        assertThat(runs).hasSize(1);
    }

    @Test
    void closingWhileItRecoversStartsNone() {
        run(0).listener.ended(1);
        supervisor.close();
        supervisor.close();
        timeline.pass(Duration.ofMinutes(1));
        assertThat(runs).hasSize(1);
    }
}
