package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.rig.Rig;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole screen, from the real studio on a real X11 display. */
class StudioScreenTest {
    private static final Duration SOON = Patience.LIMIT;
    private static final double RIG_SHAPE = 1280.0 / 800;

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
    void whatIsOnTheScreenIsSeenWhetherItMovesOrNot() throws IOException {
        StudioCommand.Start start = Broadcasts.start(scene.room(), new Source.Screen(), new Source.None());
        try (JavaChild painter = new JavaChild(
                ScreenPainter.class, rig.environment(), Path.of("target", "screen-painter.log"), line -> {})) {
            painter.send("c02020");
            scene.goOnAir(start, SOON);
            scene.send(new StudioCommand.Monitor(start.broadcast().inputs(), true, false));
            awaitColor(new Color(0xc02020));
            String session = scene.watch();
            await().atMost(SOON).until(() -> scene.seen(session).frames() > 30);
            // Nothing moves, and the picture goes on.
            int still = scene.seen(session).frames();
            await().atMost(SOON).until(() -> scene.seen(session).frames() > still + 60);
            painter.send("2040c0");
            awaitColor(new Color(0x2040c0));

            // As large as it was asked for at most, and in the screen's shape.
            ReceiverReport.Seen seen = scene.seen(session);
            assertThat(seen.width()).isBetween(480, 640);
            assertThat((double) seen.width() / seen.height()).isCloseTo(RIG_SHAPE, within(0.03));
            assertThat(scene.troubles()).isEmpty();

            // The same tracks go on with another source, and with the screen again.
            scene.send(Broadcasts.start(scene.room(), new Source.Test(), new Source.None()));
            await().atMost(SOON).until(() -> scene.seen(session).mark() == 5);
            scene.send(start);
            awaitColor(new Color(0x2040c0));
            assertThat(scene.seen(session).ssrc()).isEqualTo(seen.ssrc());
        }
    }

    @Test
    void whereNoScreenAnswersThatIsSaidAndTheStudioLives() throws Exception {
        Map<String, String> elsewhere = new HashMap<>(rig.environment());
        elsewhere.put("DISPLAY", ":4711");
        try (StudioChild studio = new StudioChild(elsewhere, Path.of("target", "no-screen.log"))) {
            StudioCommand.Start start = Broadcasts.start(scene.room(), new Source.Screen(), new Source.None());
            studio.send(start);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(studio.troubles())
                            .extracting(Problem::kind)
                            .contains(Problem.Kind.SCREEN_FAILED));
            assertThat(studio.process().isAlive()).isTrue();
        }
    }

    private void awaitColor(Color wished) {
        await().atMost(SOON).untilAsserted(() -> {
            BufferedImage picture = scene.preview();
            // In the middle is the mouse.
            Color seen = new Color(picture.getRGB(picture.getWidth() / 4, picture.getHeight() / 4));
            assertThat(seen.getRed()).isCloseTo(wished.getRed(), within(24));
            assertThat(seen.getGreen()).isCloseTo(wished.getGreen(), within(24));
            assertThat(seen.getBlue()).isCloseTo(wished.getBlue(), within(24));
        });
    }
}
