package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.bench.receiver.Reception;
import heliograph.rig.Rig;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The benchmark's receivers against the real program: that they count, not how much. */
class BenchTest {
    @AutoClose
    private static final Rig rig = Rig.start();

    @Test
    void aReceiverThatDoesNotDecodeCountsFramesAndLeaves() {
        try (App app = App.start(rig, "--camera", "test", "--microphone", "test")) {
            app.awaitOutput(" INFO desk: On air");
            try (CountingViewers viewers = CountingViewers.of(app)) {
                viewers.join(1);
                viewers.take();
                Reception got = await("more frames and sound")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> viewers.take().get(0), it -> it.frames() > 0 && it.audioPackets() > 0);

                assertThat(got.trouble()).isEmpty();
                assertThat(got.relayed()).isFalse();
                assertThat(got.forged()).isZero();
                assertThat(got.bytes()).isPositive();
            }
            app.awaitOutput(": over (left)");
        }
    }
}
