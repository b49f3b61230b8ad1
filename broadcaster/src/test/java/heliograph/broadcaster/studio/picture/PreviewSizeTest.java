package heliograph.broadcaster.studio.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewSizeTest {
    @ParameterizedTest
    @CsvSource({
        "1280, 720, 320, 180",
        "1920, 1080, 320, 180",
        "640, 480, 240, 180",
        "480, 640, 136, 180",
        "160, 120, 160, 120"
    })
    void aPictureKeepsItsShapeAndIsNeverMadeLarger(int width, int height, int smallWidth, int smallHeight) {
        assertThat(Preview.size(width, height)).containsExactly(smallWidth, smallHeight);
    }

    @Test
    void aRibbonKeepsAPixel() {
        assertThat(Preview.size(10_000, 4)).containsExactly(320, 2);
    }
}
