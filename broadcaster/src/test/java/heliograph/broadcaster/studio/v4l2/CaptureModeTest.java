package heliograph.broadcaster.studio.v4l2;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.VideoCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureModeTest {
    private static final CaptureMode SMALL = new CaptureMode(PixelFormat.YUYV, 640, 480, 30);
    private static final CaptureMode SLOW = new CaptureMode(PixelFormat.YUYV, 1280, 720, 10);
    private static final CaptureMode JPEG = new CaptureMode(PixelFormat.MJPG, 1280, 720, 30);
    private static final CaptureMode SMALL_JPEG = new CaptureMode(PixelFormat.MJPG, 640, 480, 30);
    private static final List<CaptureMode> WEBCAM = List.of(SMALL_JPEG, SMALL, SLOW, JPEG);

    @Test
    void theSizeThenTheRateIsMatched() {
        assertThat(CaptureMode.nearest(WEBCAM, wish(1280, 720, 30))).contains(JPEG);
        assertThat(CaptureMode.nearest(WEBCAM, wish(1280, 720, 10))).contains(SLOW);
        assertThat(CaptureMode.nearest(WEBCAM, wish(1920, 1080, 30))).contains(JPEG);
    }

    @Test
    void ofEqualsTheCheapestToConvertIsTaken() {
        assertThat(CaptureMode.nearest(WEBCAM, wish(640, 480, 30))).contains(SMALL);
    }

    @Test
    void peopleSeeSmoothModesFirstAndEachOnce() {
        assertThat(CaptureMode.forPeople(WEBCAM))
                .containsExactly(
                        new Camera.Mode(1280, 720, 30), new Camera.Mode(640, 480, 30), new Camera.Mode(1280, 720, 10));
    }

    @Test
    void aNameThatIsGivenTwiceIsShownOnce() {
        assertThat(V4l2Cameras.friendly("HD Pro Webcam: HD Pro W")).isEqualTo("HD Pro Webcam");
        assertThat(V4l2Cameras.friendly("Cam: Left")).isEqualTo("Cam: Left");
        assertThat(V4l2Cameras.friendly("Fake Camera A")).isEqualTo("Fake Camera A");
    }

    private static Broadcast.Video wish(int width, int height, int rate) {
        return new Broadcast.Video(width, height, rate, 2500, VideoCodec.AUTO);
    }
}
