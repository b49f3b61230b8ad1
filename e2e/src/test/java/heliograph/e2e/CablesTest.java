package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Browser;
import heliograph.rig.Chromium;
import heliograph.rig.FakeCamera;
import heliograph.rig.FakeMicrophone;
import heliograph.rig.Firefox;
import heliograph.rig.Hand;
import heliograph.rig.Rig;
import heliograph.rig.Tone;
import heliograph.rig.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Cables are pulled and sources changed in the window of a live broadcast, while three browsers watch. */
class CablesTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** A place where both cameras are bright and the slate is dark: red, green and blue. */
    private static final String COLOR = """
            (() => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 16, height: 9 });
              const context = canvas.getContext('2d');
              context.drawImage(document.querySelector('video'), 0, 0, 16, 9);
              return Math.max(...context.getImageData(1, 4, 1, 1).data.slice(0, 3));
            })()""";

    @AutoClose
    private static final Rig rig = Rig.start();

    @AutoClose
    private static final Browser chromium = Chromium.start(rig.environment());

    @AutoClose
    private static final Browser another = Chromium.start(rig.environment());

    @AutoClose
    private static final Browser firefox = Firefox.start(rig.environment());

    private final Hand hand = new Hand(rig.environment());

    @Test
    void viewersSeeTheSlateAndHearOnWhenTheCameraIsPulledAndNobodyHasToConnectAgain() {
        // Without noise suppression, which takes a steady tone for noise.
        try (Tone low = rig.tone(FakeMicrophone.A, 440);
                Tone high = rig.tone(FakeMicrophone.B, 880);
                App app = App.inWindow(
                        rig,
                        "--camera",
                        FakeCamera.A.name(),
                        "--microphone",
                        FakeMicrophone.A.name(),
                        "--no-noise-suppression",
                        "--start");
                Viewer one = app.watchedIn(chromium);
                Viewer two = app.watchedIn(another);
                Viewer three = app.watchedIn(firefox)) {
            List<Viewer> viewers = List.of(one, two, three);
            assertThat(low.sounds() && high.sounds()).isTrue();
            viewers.forEach(viewer -> viewer.awaitTone(440));
            viewers.forEach(viewer -> awaitPicture(viewer, false));

            long pulled = System.nanoTime();
            rig.unplug(FakeCamera.A);
            viewers.forEach(viewer -> awaitPicture(viewer, true));
            Figures.put(
                    "the last of three browsers sees the slate after a camera was pulled (ms)", millisSince(pulled));
            viewers.forEach(viewer -> viewer.awaitTone(440));
            long back = System.nanoTime();
            rig.plug(FakeCamera.A);
            viewers.forEach(viewer -> awaitPicture(viewer, false));
            Figures.put("the last of three browsers sees a camera that was put back after (ms)", millisSince(back));
            viewers.forEach(
                    viewer -> assertThat(viewer.watch(30, LIMIT).sources()).containsExactly(FakeCamera.A.index()));

            // The next of the list, which is the other microphone.
            choose('M');
            viewers.forEach(viewer -> viewer.awaitTone(880));
            choose('C');
            viewers.forEach(viewer -> await("the other camera")
                    .atMost(LIMIT)
                    .until(() -> viewer.watch(10, LIMIT).sources().equals(Set.of(FakeCamera.B.index()))));
            viewers.forEach(viewer -> viewer.awaitTone(880));
            viewers.forEach(viewer -> assertThat(viewer.state()).isEqualTo("live"));
        }
    }

    /** What stands below the chosen one in the list with this letter. */
    private void choose(char letter) {
        hand.pressAlt(letter);
        hand.press("DOWN");
        hand.press("ENTER");
    }

    private static double millisSince(long moment) {
        return (System.nanoTime() - moment) / 1e6;
    }

    private static void awaitPicture(Viewer viewer, boolean slate) {
        await(slate ? "the slate" : "the camera")
                .pollInterval(Duration.ofMillis(20))
                .atMost(LIMIT)
                .until(() -> seesSlate(viewer) == slate);
    }

    private static boolean seesSlate(Viewer viewer) {
        return viewer.tab().evaluate(COLOR).getAsInt() < 60;
    }
}
