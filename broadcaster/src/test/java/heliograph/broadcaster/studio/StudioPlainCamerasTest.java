package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.rig.FakeCamera;
import heliograph.rig.Rig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cameras whose drivers tell little of what they can, from the rig through the real studio to a real receiver. */
class StudioPlainCamerasTest {
    private static final Duration SOON = Patience.LIMIT;

    private Rig rig;
    private StudioScene scene;

    @BeforeEach
    void startAll() throws Exception {
        rig = Rig.start();
        scene = StudioScene.withDevices(rig);
    }

    @AfterEach
    void endAll() {
        scene.close();
        rig.close();
    }

    @Test
    void aCameraThatKnowsNoRatesIsListedAndSent() {
        FakeCamera camera = camera("format=YUYV 320x240 640x480\nnointervals=1\n");

        assertThat(plug(camera)).containsExactly(new Camera.Mode(640, 480, 30), new Camera.Mode(320, 240, 30));
        assertSent(camera, 640);
    }

    @Test
    void aGrabberThatKnowsNeitherSizesNorRatesIsListedAndSent() {
        FakeCamera camera = camera("format=UYVY 320x240\nnosizes=1\nnointervals=1\n");

        assertThat(plug(camera)).containsExactly(new Camera.Mode(320, 240, 30));
        assertSent(camera, 320);
    }

    @Test
    void aCameraWithARangeOfSizesAndRatesIsListedAndSent() {
        FakeCamera camera = camera("format=YU12 32x32@30 1280x720@30\nrange=1\n");

        assertThat(plug(camera))
                .startsWith(new Camera.Mode(1280, 720, 30))
                .contains(new Camera.Mode(640, 480, 25))
                .allMatch(mode -> mode.width() <= 1280 && mode.rate() <= 30);
        assertSent(camera, 640);
    }

    private static FakeCamera camera(String configuration) {
        return new FakeCamera(3, "Plain Camera", "bus=usb-0000:00:14.0-3\n" + configuration);
    }

    /** What the studio says that it can. */
    private List<Camera.Mode> plug(FakeCamera camera) {
        rig.plug(camera);
        return await(camera.name())
                .atMost(SOON)
                .until(
                        () -> scene.newest(StudioEvent.Devices.class).stream()
                                .flatMap(list -> list.cameras().stream())
                                .filter(it -> it.name().equals(camera.name()))
                                .flatMap(it -> it.modes().stream())
                                .toList(),
                        modes -> !modes.isEmpty());
    }

    private void assertSent(FakeCamera camera, int width) {
        scene.goOnAir(Broadcasts.start(scene.room(), new Source.Device("", camera.name()), new Source.None()), SOON);
        String session = scene.watch();
        await().atMost(SOON).until(() -> scene.seen(session).frames() > 30);
        assertThat(scene.seen(session).mark()).isEqualTo(camera.index());
        assertThat(scene.seen(session).width()).isEqualTo(width);
        assertThat(scene.troubles()).isEmpty();
    }
}
