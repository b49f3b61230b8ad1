package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Inputs;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.VideoCodec;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorPresenterTest {
    private static final long NOW = 7;
    private static final Source NONE = new Source.None();
    private static final Source TEST = new Source.Test();
    private static final Source MIC = new Source.Device("mic_a", "Mic A");
    private static final BufferedImage PICTURE = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);

    private final List<StudioCommand.Monitor> wishes = new ArrayList<>();
    private final MonitorPresenter presenter = new MonitorPresenter(wishes::add, Memory.none());

    @Test
    void nothingIsAskedForBeforeTheWindowIsSeen() {
        presenter.inputs(inputs(TEST, MIC), NOW);
        assertThat(wishes).isEmpty();

        presenter.seen(true, NOW);
        assertThat(wishes).containsExactly(new StudioCommand.Monitor(inputs(TEST, MIC), true, true));
    }

    @Test
    void aWindowThatNobodySeesAsksForNothing() {
        look(TEST, MIC);
        presenter.picture(PICTURE, NOW);

        presenter.seen(false, NOW);
        assertThat(wishes).endsWith(StudioCommand.Monitor.NOTHING);
        presenter.seen(true, NOW);
        assertThat(wishes).hasSize(3);
        assertThat(presenter.at(NOW).scene()).isEqualTo(MonitorPresenter.Scene.WAITING);
    }

    @Test
    void whatIsLookedAtIsNotLetGoForAPageThatTakesThePlaceOfAnother() {
        look(TEST, MIC);
        presenter.picture(PICTURE, NOW);

        presenter.throughout(
                () -> {
                    presenter.seen(false, NOW);
                    presenter.seen(true, NOW);
                },
                NOW);
        assertThat(wishes).hasSize(1);
        assertThat(presenter.at(NOW).scene()).isEqualTo(MonitorPresenter.Scene.PICTURE);
        presenter.throughout(() -> presenter.seen(false, NOW), NOW);
        assertThat(wishes).endsWith(StudioCommand.Monitor.NOTHING);
    }

    @Test
    void theSameChoiceIsToldOnce() {
        look(TEST, MIC);
        presenter.inputs(inputs(TEST, MIC), NOW);
        presenter.seen(true, NOW);

        assertThat(wishes).hasSize(1);
    }

    @Test
    void whatIsNotChosenIsNotAskedFor() {
        look(NONE, MIC);

        assertThat(wishes).containsExactly(new StudioCommand.Monitor(inputs(NONE, MIC), false, true));
        assertThat(presenter.at(NOW).scene()).isEqualTo(MonitorPresenter.Scene.NO_CAMERA);
        assertThat(presenter.at(NOW).hearing()).isTrue();

        presenter.inputs(inputs(TEST, NONE), NOW);
        assertThat(wishes).endsWith(new StudioCommand.Monitor(inputs(TEST, NONE), true, false));
        assertThat(presenter.at(NOW).hearing()).isFalse();
    }

    @Test
    void aPreviewThatIsSwitchedOffReleasesTheDevices() {
        look(TEST, MIC);
        presenter.preview(false, NOW);

        assertThat(wishes).endsWith(StudioCommand.Monitor.NOTHING);
        assertThat(presenter.at(NOW).scene()).isEqualTo(MonitorPresenter.Scene.OFF);
    }

    @Test
    void aPictureIsShownWhileItIsFresh() {
        look(TEST, MIC);
        presenter.picture(PICTURE, NOW);

        assertThat(presenter.at(NOW).picture()).isSameAs(PICTURE);
        assertThat(presenter.at(NOW + MonitorPresenter.FRESH_NANOS).scene()).isEqualTo(MonitorPresenter.Scene.WAITING);
        assertThat(presenter.at(NOW + MonitorPresenter.FRESH_NANOS).picture()).isNull();
    }

    @Test
    void anotherCameraDoesNotShowThePictureOfTheLast() {
        look(TEST, MIC);
        presenter.picture(PICTURE, NOW);
        presenter.inputs(inputs(new Source.Device("", "Cam B"), MIC), NOW);

        assertThat(presenter.at(NOW).scene()).isEqualTo(MonitorPresenter.Scene.WAITING);
    }

    @Test
    void anotherMicrophoneHasItsOwnFiveSeconds() {
        look(TEST, MIC);
        assertThat(presenter.at(NOW + Meter.SILENT_NANOS).sound().silent()).isTrue();

        presenter.inputs(inputs(TEST, TEST), NOW + Meter.SILENT_NANOS);
        assertThat(presenter.at(NOW + Meter.SILENT_NANOS).sound().silent()).isFalse();
    }

    private void look(Source camera, Source microphone) {
        presenter.inputs(inputs(camera, microphone), NOW);
        presenter.seen(true, NOW);
    }

    private static Inputs inputs(Source camera, Source microphone) {
        return new Inputs(
                camera,
                microphone,
                new Broadcast.Video(1280, 720, 30, 2500, VideoCodec.AUTO),
                new Broadcast.Processing(true, true, true));
    }
}
