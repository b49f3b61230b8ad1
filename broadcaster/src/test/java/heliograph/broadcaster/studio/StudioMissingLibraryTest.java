package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The studio on a machine that lacks a library. */
class StudioMissingLibraryTest {
    private static final Path LOG = Path.of("target", "studio-test.log");
    private static final Duration SOON = Patience.LIMIT;

    @Test
    void aLibraryThatIsMissingIsNamedAndTheStudioStays() throws Exception {
        try (Rig rig = Rig.start();
                FakeRoom room = new FakeRoom();
                StudioChild without = new StudioChild(rig.without("libpulse.so.0"), LOG)) {
            await().atMost(SOON)
                    .until(() -> without.newest(StudioEvent.Devices.class).isPresent());
            Problem problem = without.newest(StudioEvent.Devices.class)
                    .orElseThrow()
                    .problems()
                    .get(0);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.LIBRARY_MISSING);
            assertThat(problem.detail()).isEqualTo("libpulse.so.0");

            without.send(Broadcasts.start(room, new Source.Test(), new Source.None()));
            await().atMost(SOON)
                    .until(() -> without.newest(StudioEvent.OffAir.class).isPresent());
            assertThat(without.events(StudioEvent.Trouble.class)).containsExactly(new StudioEvent.Trouble(problem));
            assertThat(without.process().isAlive()).isTrue();
        }
    }
}
