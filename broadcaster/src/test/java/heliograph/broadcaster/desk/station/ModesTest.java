package heliograph.broadcaster.desk.station;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Camera.Mode;
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
    void aCameraIsFoundByItsId() {
        assertThat(Selection.find(new Source.Device("/dev/video2", "Cam"), List.of(A, B)))
                .contains(B);
    }
}
