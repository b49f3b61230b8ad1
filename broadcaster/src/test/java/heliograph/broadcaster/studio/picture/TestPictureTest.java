package heliograph.broadcaster.studio.picture;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.VideoCodec;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPictureTest {
    @ParameterizedTest
    @CsvSource({"1280,720", "640,480", "1920,1080", "320,240", "854,480", "1001,563"})
    void itsRowsSayTheNumberAndTheMomentAtEverySize(int width, int height) {
        Instant moment = Instant.ofEpochMilli(1_795_345_678_901L);
        Canvas canvas = paint(width, height, 0x123456, moment);

        assertThat(row(canvas, 0)).isEqualTo(0x05123456);
        assertThat(row(canvas, 1)).isEqualTo((int) moment.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({"0,true", "99,true", "100,false", "999,false"})
    void theCentreQuarterFlashesForTheFirstTenthOfEachSecond(int millis, boolean white) {
        Canvas canvas = paint(1280, 720, 1, Instant.ofEpochMilli(1_795_345_678_000L + millis));

        for (int[] corner : new int[][] {{320, 180}, {959, 180}, {320, 539}, {959, 539}, {640, 360}}) {
            assertThat(luma(canvas, corner[0], corner[1]) > 230).isEqualTo(white);
        }
        assertThat(luma(canvas, 310, 170)).isLessThan(200);
    }

    private static Canvas paint(int width, int height, int number, Instant moment) {
        Canvas canvas = Canvas.allocate(width, height);
        new TestPicture(new Broadcast.Video(width, height, 30, 2500, VideoCodec.AUTO), ZoneOffset.UTC)
                .paint(canvas, number, moment);
        return canvas;
    }

    private static int row(Canvas canvas, int row) {
        int bits = 0;
        for (int i = 0; i < 32; i++) {
            int x = (2 * i + 1) * canvas.width() / 64;
            bits = bits << 1 | (luma(canvas, x, (2 * row + 1) * canvas.height() / 32) > 128 ? 1 : 0);
        }
        return bits;
    }

    private static int luma(Canvas canvas, int x, int y) {
        return canvas.y().get(y * canvas.strideY() + x) & 0xff;
    }
}
