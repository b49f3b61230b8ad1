package heliograph.broadcaster.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.StudioEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class LevelMeterTest {
    private final List<StudioEvent.Level> levels = new ArrayList<>();
    private final LevelMeter meter = new LevelMeter(levels::add);

    @Test
    void aTenthOfASecondIsOneLevel() {
        push(25, i -> 0);

        assertThat(levels).hasSize(2);
    }

    @Test
    void silenceIsTheFloor() {
        push(10, i -> 0);

        assertThat(levels).containsExactly(new StudioEvent.Level(StudioEvent.Level.FLOOR, StudioEvent.Level.FLOOR));
    }

    @Test
    void theLoudestThereIsIsFullScale() {
        push(10, i -> -32768);

        assertThat(levels).containsExactly(new StudioEvent.Level(0, 0));
    }

    @Test
    void aSineOfHalfTheScaleIsNineDecibelsBelowItAndItsPeakSix() {
        push(10, i -> (int) Math.round(16384 * Math.sin(2 * Math.PI * i / 48)));

        assertThat(levels).containsExactly(new StudioEvent.Level(-90, -60));
    }

    @Test
    void aSingleLoudSampleIsThePeakAlone() {
        push(10, i -> i == 100 ? 32767 : 0);

        assertThat(levels).singleElement().satisfies(level -> {
            assertThat(level.peak()).isZero();
            assertThat(level.rms()).isBetween(-375, -365);
        });
    }

    @Test
    void oneStepIsNotSilence() {
        push(10, i -> i % 2);

        assertThat(levels).containsExactly(new StudioEvent.Level(-933, -903));
    }

    @Test
    void eachLevelBeginsAnew() {
        push(10, i -> 16384);
        push(10, i -> 0);

        assertThat(levels)
                .containsExactly(
                        new StudioEvent.Level(-60, -60),
                        new StudioEvent.Level(StudioEvent.Level.FLOOR, StudioEvent.Level.FLOOR));
    }

    /** So many blocks of a sound whose samples are counted through. */
    private void push(int blocks, IntUnaryOperator sample) {
        for (int block = 0; block < blocks; block++) {
            byte[] bytes = new byte[SoundFan.BLOCK_BYTES];
            for (int i = 0; i < SoundFan.BLOCK_SAMPLES; i++) {
                int value = sample.applyAsInt(block * SoundFan.BLOCK_SAMPLES + i);
                bytes[2 * i] = (byte) value;
                bytes[2 * i + 1] = (byte) (value >> 8);
            }
            meter.accept(bytes);
        }
    }
}
