package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Browser;
import heliograph.rig.Chromium;
import heliograph.rig.FakeCamera;
import heliograph.rig.FakeMicrophone;
import heliograph.rig.Hand;
import heliograph.rig.Rig;
import heliograph.rig.Running;
import heliograph.rig.Tone;
import heliograph.rig.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The program with its window, used by mouse and keyboard; whoever has the link watches. */
class WindowTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Of the button when it says Start and can be pressed; at no other time. */
    private static final String START = "1D5FD1";

    @AutoClose
    private static final Rig rig = Rig.start();

    @AutoClose
    private static final Browser chromium = Chromium.start(rig.environment());

    private final Hand hand = new Hand(rig.environment());

    @Test
    void startIsClickedAndSomebodyWatchesUntilStopAndExitArePressed() {
        long launched = System.nanoTime();
        // Without noise suppression, which takes a steady tone for noise.
        try (Tone tone = rig.tone(FakeMicrophone.A, 440);
                App app = App.inWindow(
                        rig,
                        "--camera",
                        FakeCamera.A.name(),
                        "--microphone",
                        FakeMicrophone.A.name(),
                        "--no-noise-suppression");
                Viewer viewer = Viewer.open(chromium, app.url()).signIn(App.USER, App.PASSWORD)) {
            viewer.awaitState("off-air");

            hand.click(START);

            viewer.awaitState("live");
            viewer.awaitMovingPicture(LIMIT);
            Figures.put(
                    "from the first launch, by a click on Start, to a viewer's moving picture (ms)",
                    (System.nanoTime() - launched) / 1e6);
            assertThat(viewer.watch(30, LIMIT).sources()).containsExactly(FakeCamera.A.index());
            viewer.awaitTone(440);

            hand.pressAlt('S');
            viewer.awaitState("ended");
            tone.stop();

            List<ProcessHandle> processes = Stream.of(app.desk(), app.studio()).toList();
            hand.pressAlt('X');
            app.awaitEnd();
            assertThat(app.exitCode()).isZero();
            await().atMost(LIMIT).untilAsserted(() -> assertThat(processes).noneMatch(Running::isRunning));
            assertThat(app.output()).doesNotContain("ERROR", "\tat ");
        }
    }
}
