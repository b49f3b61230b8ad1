package heliograph.broadcaster.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As the supervisor launches, with runs that the test ends. */
class ArchiveLauncherTest {
    private final ManualTimeline timeline = new ManualTimeline();
    private final List<FakeRun> archived = new ArrayList<>();
    private final List<FakeRun> plain = new ArrayList<>();
    private final StudioSupervisor supervisor = new StudioSupervisor(
            new ArchiveLauncher(listener -> run(archived, listener), listener -> run(plain, listener)),
            timeline,
            new StudioListener() {
                @Override
                public void state(StudioState state) {}

                @Override
                public void event(StudioEvent event) {}
            });

    private static StudioRun run(List<FakeRun> runs, StudioRun.Listener listener) throws IOException {
        FakeRun run = new FakeRun(listener);
        runs.add(run);
        return run;
    }

    @BeforeEach
    void start() {
        supervisor.start();
    }

    @Test
    void aStudioThatEndedAfterItsFirstWordIsStartedWithTheArchiveAgain() {
        archived.get(0).ready();
        archived.get(0).listener.ended(134);
        timeline.pass(Duration.ofSeconds(1));
        assertThat(archived).hasSize(2);
        assertThat(plain).isEmpty();
    }

    @Test
    void afterOneThatEndedBeforeItsFirstWordAllStartWithoutTheArchive() {
        archived.get(0).listener.ended(134);
        timeline.pass(Duration.ofSeconds(1));
        assertThat(plain).hasSize(1);
        plain.get(0).ready();
        plain.get(0).listener.ended(134);
        timeline.pass(Duration.ofSeconds(1));
        assertThat(plain).hasSize(2);
        assertThat(archived).hasSize(1);
    }

    @Test
    void oneThatNeverSaidAWordAndWasKilledCountsToo() {
        timeline.pass(StudioSupervisor.STARTUP);
        assertThat(archived.get(0).killed).isTrue();
        archived.get(0).listener.ended(137);
        timeline.pass(Duration.ofSeconds(1));
        assertThat(plain).hasSize(1);
    }
}
