package heliograph.broadcaster.desk.station;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Camera.Mode;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModesTest {
    private static final Camera A = new Camera(
            "/dev/video0", "Cam", List.of(new Mode(1280, 720, 30), new Mode(1280, 720, 10), new Mode(640, 480, 30)));
    private static final Camera B = new Camera("/dev/video2", "Cam", List.of());

    @Test
    void theSizeThatIsWishedForIsTakenWithTheNearestRate() {
        assertThat(Modes.nearest(A.modes(), new Mode(1280, 720, 15))).isEqualTo(new Mode(1280, 720, 10));
        assertThat(Modes.nearest(A.modes(), new Mode(640, 360, 60))).isEqualTo(new Mode(640, 480, 30));
        assertThat(Modes.nearest(A.modes(), new Mode(3840, 2160, 30))).isEqualTo(new Mode(1280, 720, 30));
    }

    @Test
    void aCameraThatDoesNotSayGetsTheUsualSizesAndTheWish() {
        Mode odd = new Mode(800, 600, 25);
        assertThat(Modes.of(Optional.of(B), odd)).contains(odd, new Mode(1280, 720, 30));
        assertThat(Modes.of(Optional.of(A), odd)).isEqualTo(A.modes());
    }

    @Test
    void noWishIsTheFirstDevice() {
        assertThat(Selection.camera(null, List.of(A, B))).isEqualTo(new Source.Device("/dev/video0", "Cam"));
        assertThat(Selection.camera(null, List.of())).isEqualTo(new Source.None());
        assertThat(Selection.microphone(null, List.of(new Microphone("m", "Mic"))))
                .isEqualTo(new Source.Device("m", "Mic"));
    }

    @Test
    void aDeviceIsFoundByNameOrById() {
        Source byId = new Source.Device("/dev/video2", "Cam");
        assertThat(Selection.camera(new Source.Device("", "Cam"), List.of(A, B)))
                .isEqualTo(new Source.Device("/dev/video0", "Cam"));
        assertThat(Selection.camera(new Source.Device("", "/dev/video2"), List.of(A, B)))
                .isEqualTo(byId);
        assertThat(Selection.find(byId, List.of(A, B))).contains(B);
    }

    @Test
    void aDeviceThatIsNotThereStaysTheWish() {
        Source missing = new Source.Device("", "Other");
        assertThat(Selection.camera(missing, List.of(A))).isEqualTo(missing);
        assertThat(Selection.camera(new Source.Test(), List.of(A))).isEqualTo(new Source.Test());
    }
}
