package heliograph.broadcaster.studio.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {
    @ParameterizedTest
    @CsvSource({
        "1280, 720, 320, 180",
        "1920, 1080, 320, 180",
        "640, 480, 240, 180",
        "480, 640, 136, 180",
        "160, 120, 160, 120",
        "1367, 769, 320, 180",
        "161, 121, 160, 120"
    })
    void aPictureKeepsItsShapeAndIsNeverMadeLarger(int width, int height, int smallWidth, int smallHeight) {
        assertThat(Fit.into(320, 180, width, height)).isEqualTo(new Fit(smallWidth, smallHeight));
    }

    @Test
    void aRibbonKeepsAPixel() {
        assertThat(Fit.into(320, 180, 10_000, 4)).isEqualTo(new Fit(320, 2));
    }
}
