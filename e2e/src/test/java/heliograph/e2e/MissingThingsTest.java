package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.rig.Browser;
import heliograph.rig.Chromium;
import heliograph.rig.FakeCamera;
import heliograph.rig.Fault;
import heliograph.rig.Rig;
import heliograph.rig.Viewer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is missing, the program starts, says so in a sentence, and does the rest. */
class MissingThingsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Rig rig;
    private Browser browser;

    @BeforeEach
    void start() {
        rig = Rig.start();
        browser = Chromium.start(rig.environment());
    }

    @AfterEach
    void close() {
        browser.close();
        rig.close();
    }

    @Test
    void withoutAnAudioDaemonThePictureGoesOut() {
        // A server that does not exist; the browser keeps the rig's, so that it has somewhere to play to.
        try (App app = App.start(
                rig,
                environment -> environment.put("PULSE_SERVER", "unix:/nonexistent/pulse"),
                "--camera",
                FakeCamera.A.name())) {
            app.awaitOutput("No sound server answers");
            try (Viewer viewer = app.watchedIn(browser)) {
                assertThat(viewer.watch(30, LIMIT).sources()).containsExactly(FakeCamera.A.index());
            }
        }
    }

    @Test
    void withoutACameraTheSoundGoesOut() {
        rig.unplug(FakeCamera.A);
        rig.unplug(FakeCamera.B);
        try (App app = App.start(rig, "--microphone", "test")) {
            app.awaitOutput("There is no camera.");
            assertThat(framesWhenTheBeepsArrive(app)).isZero();
        }
    }

    @Test
    void aCameraThatIsBusyIsNamedAndTheSoundGoesOut() {
        rig.fault(FakeCamera.A, Fault.BUSY);
        try (App app = App.start(rig, "--camera", FakeCamera.A.name(), "--microphone", "test")) {
            app.awaitOutput("Another program uses the camera \"" + FakeCamera.A.name() + "\"");
            // The slate, which has no number.
            assertThat(framesWhenTheBeepsArrive(app)).isPositive();
            rig.fault(FakeCamera.A, Fault.NONE);
            app.awaitOutput("Over: Another program uses the camera");
            try (Viewer viewer = app.watchedIn(browser)) {
                assertThat(viewer.watch(30, LIMIT).sources()).containsExactly(FakeCamera.A.index());
            }
        }
    }

    @Test
    void withoutADisplayAndWithoutBeingAskedItRunsWithoutAWindow() {
        try (App app = App.withoutHeadless(
                rig,
                environment -> List.of("DISPLAY", "WAYLAND_DISPLAY").forEach(environment::remove),
                "--camera",
                "test",
                "--microphone",
                "test")) {
            try (Viewer viewer = app.watchedIn(browser)) {
                viewer.awaitBeeps(2);
            }
        }
    }

    @Test
    void withoutLibpulseThePageIsServedAndTheLibraryNamed() {
        try (App app = App.start(
                rig,
                environment -> environment.putAll(rig.without("libpulse.so.0")),
                "--camera",
                "test",
                "--microphone",
                "test")) {
            app.awaitOutput("libpulse.so.0");
            try (Viewer viewer = Viewer.open(browser, app.url()).signIn(App.USER, App.PASSWORD)) {
                viewer.awaitState("off-air");
            }
        }
    }

    private double framesWhenTheBeepsArrive(App app) {
        try (Viewer viewer = Viewer.open(browser, app.url()).signIn(App.USER, App.PASSWORD)) {
            viewer.awaitState("live");
            viewer.tab().waitFor("heliographProbe.receiver()", LIMIT);
            viewer.awaitBeeps(2);
            return viewer.received().video("framesDecoded");
        }
    }
}
