package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Browser;
import heliograph.rig.FakeCamera;
import heliograph.rig.FakeMicrophone;
import heliograph.rig.Pictures;
import heliograph.rig.Tone;
import heliograph.rig.Viewer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What was chosen is what a stranger sees and hears. */
@Isolated("its pictures are to have their full size")
class WatchingTest {
    private static final int TEST_SOURCE = 5;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** What a page must not take for markup. */
    private static final String TITLE = "Tea & <b>cake</b> 茶";

    private static Scene scene;
    private static App testSource;

    @BeforeAll
    static void start() {
        scene = new Scene();
        testSource =
                App.start(scene.rig, "--camera", "test", "--microphone", "test", "--title", TITLE, "--show-viewers");
    }

    @AfterAll
    static void stop() {
        testSource.close();
        scene.close();
    }

    @Test
    void theTestPictureAndItsBeepsArriveInChromium() {
        theTestSourceArrives(scene.chromium);
    }

    @Test
    void theTestPictureAndItsBeepsArriveInFirefox() {
        theTestSourceArrives(scene.firefox);
    }

    private static void theTestSourceArrives(Browser browser) {
        try (Viewer viewer = testSource.watchedIn(browser)) {
            Pictures pictures = viewer.watch(60, LIMIT);
            assertThat(pictures.sources()).containsExactly(TEST_SOURCE);
            assertThat(pictures.backwards()).isZero();
            assertThat(viewer.awaitBeeps(3)).hasSizeGreaterThanOrEqualTo(3);
            assertThat(viewer.tab()
                            .evaluate("[...document.querySelectorAll('video')].some(v => !v.paused && !v.muted)")
                            .getAsBoolean())
                    .as("plays with sound after the click on Sign in")
                    .isTrue();
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(viewer.received().video("frameWidth")).isEqualTo(1280));
        }
    }

    @Test
    void cameraAAndMicrophoneAArriveWhenTheyAreChosen() {
        theDevicesArrive(scene.chromium, FakeCamera.A, FakeMicrophone.A, FakeMicrophone.B);
    }

    @Test
    void cameraBAndMicrophoneBArriveWhenTheyAreChosen() {
        theDevicesArrive(scene.chromium, FakeCamera.B, FakeMicrophone.B, FakeMicrophone.A);
    }

    @Test
    void devicesArriveInFirefox() {
        theDevicesArrive(scene.firefox, FakeCamera.B, FakeMicrophone.B, FakeMicrophone.A);
    }

    private static void theDevicesArrive(
            Browser browser, FakeCamera camera, FakeMicrophone microphone, FakeMicrophone other) {
        int hertz = microphone.equals(FakeMicrophone.A) ? 440 : 1000;
        // Without noise suppression, which takes a steady tone for noise.
        try (Tone chosen = scene.rig.tone(microphone, hertz);
                Tone notChosen = scene.rig.tone(other, 2500);
                App app = App.start(
                        scene.rig,
                        "--camera",
                        camera.name(),
                        "--microphone",
                        microphone.name(),
                        "--size",
                        "640x480",
                        "--no-noise-suppression");
                Viewer viewer = app.watchedIn(browser)) {
            assertThat(viewer.watch(30, LIMIT).sources()).containsExactly(camera.index());
            viewer.awaitTone(hertz);

            // Were any of the other's sound sent, it would be heard now.
            chosen.stop();
            viewer.awaitSilence();
            assertThat(notChosen.sounds()).isTrue();
        }
    }

    @Test
    void whatTheBroadcasterSaysOfItIsReadOverThePicture() {
        try (Viewer viewer = testSource.watchedIn(scene.chromium)) {
            viewer.tab().waitFor("document.title === '" + TITLE + " – Heliograph'", LIMIT);
            viewer.tab().waitFor("document.querySelector('#about-title').innerText === '" + TITLE + "'", LIMIT);
            awaitWatching(viewer, 1);
            try (Viewer another = testSource.watchedIn(scene.firefox)) {
                awaitWatching(viewer, 2);
                awaitWatching(another, 2);
            }
            awaitWatching(viewer, 1);
        }
    }

    private static void awaitWatching(Viewer viewer, int number) {
        viewer.tab().waitFor("document.querySelector('#about-viewers').innerText.startsWith('" + number + " ')", LIMIT);
    }

    @Test
    void someoneWhoReloadsThePageNeedNotSignInAgain() {
        try (Viewer viewer = testSource.watchedIn(scene.chromium)) {
            viewer.tab().reload();
            viewer.awaitState("live");
            viewer.awaitMovingPicture(LIMIT);
        }
    }

    @Test
    void someoneWhoSignsInFromTheKeyboardWatchesAsWell() {
        try (Viewer viewer = Viewer.open(scene.chromium, testSource.url())) {
            viewer.tab().type("input[name=username]", App.USER);
            viewer.tab().press("Tab");
            App.PASSWORD.chars().mapToObj(Character::toString).forEach(viewer.tab()::press);
            viewer.tab().press("Enter");
            viewer.awaitState("live");
            viewer.awaitMovingPicture(LIMIT);
        }
    }
}
