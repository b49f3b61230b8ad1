package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Inputs;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.link.VideoCodec;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.stream.Stream;
import javax.accessibility.AccessibleRole;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Picture and level in the real window. */
class DeskFrameMonitorTest {
    private static final Inputs INPUTS = new Inputs(
            new Source.Test(),
            new Source.Test(),
            new Broadcast.Video(1280, 720, 30, 2500, VideoCodec.AUTO),
            new Broadcast.Processing(true, true, true));

    private final DeskScene scene = new DeskScene();

    @AfterEach
    void cleanUp() {
        scene.close();
    }

    @Test
    void whatIsChosenIsLookedAtWhileTheWindowIsSeenAndThePreviewIsOn() {
        FrameFixture window = scene.open("en");
        scene.ready();
        assertThat(last().picture()).isTrue();
        assertThat(last().sound()).isTrue();
        assertThat(last().inputs().camera()).isEqualTo(new Source.Device("/dev/video0", "Cam"));

        window.checkBox("preview").click();
        assertThat(last()).isEqualTo(StudioCommand.Monitor.NOTHING);
        window.checkBox("preview").click();
        assertThat(last().picture()).isTrue();

        GuiActionRunner.execute(() -> scene.frame().setVisible(false));
        assertThat(last()).isEqualTo(StudioCommand.Monitor.NOTHING);
    }

    @Test
    void aPictureIsPaintedInItsPlace() {
        scene.open("en");
        scene.ready();
        BufferedImage red = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = red.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 320, 180);
        graphics.dispose();
        Component canvas = find("preview-picture");

        await().atMost(Patience.LIMIT).until(() -> {
            scene.monitor(presenter -> presenter.picture(red, System.nanoTime()));
            return painted(canvas) == Color.RED.getRGB();
        });
        await().atMost(Patience.LIMIT).until(() -> painted(canvas) != Color.RED.getRGB());
    }

    @Test
    void fiveSecondsWithoutSoundAreSaidUntilThereIsSome() {
        scene.open("zh");
        scene.ready();
        assertThat(find("no-sound").isVisible()).isFalse();

        scene.monitor(presenter -> presenter.inputs(INPUTS, System.nanoTime() - Meter.SILENT_NANOS));
        await().atMost(Patience.LIMIT).until(() -> find("no-sound").isVisible());

        await().atMost(Patience.LIMIT).until(() -> {
            scene.monitor(presenter -> presenter.level(new StudioEvent.Level(-200, -100), System.nanoTime()));
            return !find("no-sound").isVisible();
        });
    }

    @Test
    void theLevelHasAValueForScreenReaders() {
        scene.open("en");
        scene.ready();
        var level = Objects.requireNonNull(find("level").getAccessibleContext());
        assertThat(level.getAccessibleName()).isEqualTo("Microphone level");
        assertThat(level.getAccessibleRole()).isEqualTo(AccessibleRole.PROGRESS_BAR);

        await().atMost(Patience.LIMIT).until(() -> {
            scene.monitor(presenter -> presenter.level(new StudioEvent.Level(-200, -100), System.nanoTime()));
            return level.getAccessibleValue().getCurrentAccessibleValue().intValue() > -30;
        });
    }

    private StudioCommand.Monitor last() {
        return scene.monitored().get(scene.monitored().size() - 1);
    }

    private static int painted(Component canvas) {
        return Objects.requireNonNull(GuiActionRunner.execute(() -> {
            BufferedImage image = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            canvas.paint(graphics);
            graphics.dispose();
            return image.getRGB(canvas.getWidth() / 2, canvas.getHeight() / 2);
        }));
    }

    private Component find(String name) {
        return Objects.requireNonNull(GuiActionRunner.execute(() -> all(scene.frame())
                .filter(it -> name.equals(it.getName()))
                .findFirst()
                .orElseThrow()));
    }

    private static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(
                        it -> it instanceof Container inner ? Stream.concat(Stream.of(it), all(inner)) : Stream.of(it));
    }
}
