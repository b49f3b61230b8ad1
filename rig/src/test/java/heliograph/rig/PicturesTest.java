package heliograph.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static Frame frame(double shown, int number, long presented) {
        return new Frame(shown, 5, number, 80, false, presented);
    }

    @Test
    void thePictureStoodStillBetweenTwoFramesThatCameAfterEachOther() {
        Pictures pictures = new Pictures(List.of(frame(0, 1, 1), frame(33, 2, 2), frame(183, 7, 3)));
        assertThat(pictures.gaps().max()).isEqualTo(150);
        assertThat(pictures.lost()).isEqualTo(4);
    }

    @Test
    void framesOfWhichThePageHeardTooLateAreNoStandstill() {
        Pictures pictures = new Pictures(List.of(frame(0, 1, 1), frame(134, 5, 5)));
        assertThat(pictures.gaps().max()).isCloseTo(84, within(0.5));
        assertThat(pictures.lost()).isZero();
    }

    @Test
    void noTimeIsTakenOffForMoreFramesThanAScreenCanShow() {
        Pictures pictures = new Pictures(List.of(frame(0, 1, 1), frame(40, 9, 9), frame(50, 10, 10)));
        assertThat(pictures.gaps().max()).isCloseTo(16.7, within(0.1));
    }
}
