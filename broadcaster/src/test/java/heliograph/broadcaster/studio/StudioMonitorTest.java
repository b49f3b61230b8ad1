package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.rig.FakeCamera;
import heliograph.rig.FakeMicrophone;
import heliograph.rig.Fault;
import heliograph.rig.Rig;
import heliograph.rig.Tone;
import java.awt.image.BufferedImage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk is shown of what comes in, before, during and after a broadcast. */
class StudioMonitorTest {
    private static final Duration SOON = Patience.LIMIT;
    private static final Source CAMERA_B = new Source.Device("", "Fake Camera B");
    private static final Source MICROPHONE_A = new Source.Device("mic_a", "Rig Microphone A");
    /** The row of blocks begins with the camera's number, in eight bits. */
    private static final int BLOCKS = 32;

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
    void goingOnAirAndOffItOpensNothingThatIsLookedAtAndWhatNobodyWantsIsReleased() {
        StudioCommand.Start start = Broadcasts.start(scene.room(), CAMERA_B, MICROPHONE_A);
        try (Tone tone = rig.tone(FakeMicrophone.A, 440)) {
            scene.send(new StudioCommand.Monitor(start.broadcast().inputs(), true, true));
            awaitPreview();
            await().atMost(SOON).until(() -> peak() > -400);

            // From here on the camera cannot be opened: only one that stays open sends.
            rig.fault(FakeCamera.B, Fault.BUSY);
            scene.goOnAir(start, SOON);
            String session = scene.watch();
            await().atMost(SOON).until(() -> scene.seen(session).mark() == FakeCamera.B.index());
            awaitPreview();
            assertThat(scene.newest(StudioEvent.OnAir.class)).contains(new StudioEvent.OnAir(true, true));

            scene.send(new StudioCommand.Stop());
            await().atMost(SOON)
                    .until(() -> scene.newest(StudioEvent.OffAir.class).isPresent());
            awaitPreview();
            assertThat(scene.troubles()).isEmpty();
            assertThat(tone.sounds()).isTrue();
        }

        scene.send(StudioCommand.Monitor.NOTHING);
        scene.send(new StudioCommand.Monitor(start.broadcast().inputs(), true, false));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.troubles())
                        .extracting(Problem::kind)
                        .containsExactly(Problem.Kind.CAMERA_BUSY));

        // It is known from the first moment on air, and told again to a desk that has begun anew.
        scene.send(start);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(scene.newest(StudioEvent.OnAir.class)).contains(new StudioEvent.OnAir(false, true)));
        assertThat(scene.troubles())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.CAMERA_BUSY, Problem.Kind.CAMERA_BUSY);
        rig.fault(FakeCamera.B, Fault.NONE);
        awaitPreview();
    }

    @Test
    void nobodyIsShownWhatHeDoesNotLookAt() {
        StudioCommand.Start start = Broadcasts.start(scene.room(), new Source.Test(), new Source.Test());
        scene.goOnAir(start, SOON);
        String session = scene.watch();
        await().atMost(SOON).until(() -> scene.seen(session).frames() > 30);
        assertThat(scene.events(StudioEvent.Preview.class)).isEmpty();
        assertThat(scene.events(StudioEvent.Level.class)).isEmpty();

        scene.send(new StudioCommand.Monitor(start.broadcast().inputs(), false, true));
        await().atMost(SOON).until(() -> scene.events(StudioEvent.Level.class).size() > 20);
        assertThat(scene.events(StudioEvent.Level.class))
                .extracting(StudioEvent.Level::peak)
                .anyMatch(it -> it > -300);
        assertThat(scene.events(StudioEvent.Preview.class)).isEmpty();

        scene.send(StudioCommand.Monitor.NOTHING);
        scene.send(Broadcasts.withholding(start, false, true));
        await().atMost(SOON)
                .until(() -> scene.newest(StudioEvent.OnAir.class)
                        .orElseThrow()
                        .withheld()
                        .sound());
        int levels = scene.events(StudioEvent.Level.class).size();
        int frames = scene.seen(session).frames();
        await().atMost(SOON).until(() -> scene.seen(session).frames() > frames + 30);
        // One may have been on its way.
        assertThat(scene.events(StudioEvent.Level.class)).hasSizeLessThan(levels + 2);
    }

    /** Some more pictures, and they are this camera's. */
    private void awaitPreview() {
        int before = scene.events(StudioEvent.Preview.class).size();
        await().atMost(SOON).until(() -> scene.events(StudioEvent.Preview.class).size() > before + 3);
        BufferedImage picture = scene.preview();
        assertThat(picture.getWidth()).isEqualTo(240);
        assertThat(picture.getHeight()).isEqualTo(180);
        assertThat(mark(picture)).isEqualTo(FakeCamera.B.index());
    }

    private int peak() {
        return scene.newest(StudioEvent.Level.class)
                .map(StudioEvent.Level::peak)
                .orElse(StudioEvent.Level.FLOOR);
    }

    private static int mark(BufferedImage picture) {
        int mark = 0;
        for (int bit = 0; bit < 8; bit++) {
            int x = (2 * bit + 1) * picture.getWidth() / (2 * BLOCKS);
            int green = (picture.getRGB(x, picture.getHeight() / 32) >> 8) & 0xff;
            mark = mark << 1 | (green > 128 ? 1 : 0);
        }
        return mark;
    }
}
