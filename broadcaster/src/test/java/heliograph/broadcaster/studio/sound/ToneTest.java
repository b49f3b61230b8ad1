package heliograph.broadcaster.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;

class ToneTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void itSoundsForTheFirstTenthOfEachSecondOnly() {
        assertThat(peak(1795 * SECOND)).isGreaterThan(7900);
        assertThat(peak(1795 * SECOND + 90_000_000)).isGreaterThan(7900);
        assertThat(peak(1795 * SECOND + 100_000_000)).isZero();
        assertThat(peak(1795 * SECOND + 980_000_000)).isZero();
    }

    @Test
    void aBlockThatBeginsBeforeTheSecondSoundsFromTheSampleOfTheSecond() {
        ShortBuffer block = samples(1795 * SECOND - 5_000_000);

        for (int i = 0; i < 240; i++) {
            assertThat(block.get(i)).isZero();
        }
        assertThat(block.get(252)).isGreaterThan((short) 7900);
    }

    @Test
    void itIsAKilohertz() {
        ShortBuffer block = samples(1795 * SECOND);
        int rises = 0;
        for (int i = 1; i < block.limit(); i++) {
            if (block.get(i - 1) < 0 && block.get(i) >= 0) {
                rises++;
            }
        }
        assertThat(rises).isEqualTo(9);
    }

    private static int peak(long wallNanos) {
        ShortBuffer block = samples(wallNanos);
        int peak = 0;
        for (int i = 0; i < block.limit(); i++) {
            peak = Math.max(peak, Math.abs(block.get(i)));
        }
        return peak;
    }

    private static ShortBuffer samples(long wallNanos) {
        return ByteBuffer.wrap(Tone.block(wallNanos))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
    }
}
