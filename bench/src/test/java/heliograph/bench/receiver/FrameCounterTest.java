package heliograph.bench.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameCounterTest {
    private static final long MILLI = 1_000_000;

    private final FrameCounter counter = new FrameCounter();

    @Test
    void everyMarkerEndsAFrame() {
        counter.came(10, false, true, MILLI);
        counter.came(11, true, false, 2 * MILLI);
        counter.came(12, true, false, 35 * MILLI);

        FrameCounter.Counts counts = counter.take(36 * MILLI);
        assertThat(counts.frames()).isEqualTo(2);
        assertThat(counts.longestPause()).isEqualTo(33 * MILLI);
        assertThat(counts.gaps()).isZero();
        assertThat(counter.firstFrame()).isEqualTo(2 * MILLI);
    }

    @Test
    void nothingCountsBeforeTheFirstKeyFrame() {
        counter.came(1, true, false, MILLI);
        assertThat(counter.needsKeyFrame()).isTrue();
        counter.came(2, true, true, 2 * MILLI);

        FrameCounter.Counts counts = counter.take(3 * MILLI);
        assertThat(counts.frames()).isEqualTo(1);
        assertThat(counts.brokenFrames()).isEqualTo(1);
    }

    @Test
    void sequenceNumbersGoOnPastTheirEnd() {
        counter.came(65534, true, true, MILLI);
        counter.came(65535, true, false, 2 * MILLI);
        counter.came(0, true, false, 3 * MILLI);
        counter.came(1, true, false, 4 * MILLI);

        FrameCounter.Counts counts = counter.take(5 * MILLI);
        assertThat(counts.frames()).isEqualTo(4);
        assertThat(counts.gaps()).isZero();
    }

    @Test
    void whatComesLaterRepairsTheFrameAndThePauseCounts() {
        counter.came(1, true, true, MILLI);
        counter.came(3, true, false, 66 * MILLI);
        assertThat(counter.take(67 * MILLI).frames()).isEqualTo(1);
        assertThat(counter.toAskFor(67 * MILLI, 10 * MILLI, 50 * MILLI)).isEmpty();
        assertThat(counter.toAskFor(80 * MILLI, 10 * MILLI, 50 * MILLI)).containsExactly(2);
        assertThat(counter.toAskFor(90 * MILLI, 10 * MILLI, 50 * MILLI)).isEmpty();
        assertThat(counter.toAskFor(131 * MILLI, 10 * MILLI, 50 * MILLI)).containsExactly(2);
        counter.came(2, true, false, 140 * MILLI);

        FrameCounter.Counts counts = counter.take(141 * MILLI);
        assertThat(counts.frames()).isEqualTo(2);
        assertThat(counts.repaired()).isEqualTo(1);
        assertThat(counts.lost()).isZero();
        assertThat(counts.longestPause()).isEqualTo(139 * MILLI);
    }

    @Test
    void whatNeverComesCostsAllFramesUpToTheNextKeyFrame() {
        counter.came(1, true, true, MILLI);
        counter.came(3, true, false, 2 * MILLI);
        assertThat(counter.giveUp(900 * MILLI)).isFalse();
        assertThat(counter.giveUp(1100 * MILLI)).isTrue();
        assertThat(counter.needsKeyFrame()).isTrue();
        counter.came(4, true, false, 1200 * MILLI);
        counter.came(5, false, true, 1300 * MILLI);
        counter.came(6, true, false, 1301 * MILLI);

        FrameCounter.Counts counts = counter.take(1302 * MILLI);
        assertThat(counts.gaps()).isEqualTo(1);
        assertThat(counts.lost()).isEqualTo(1);
        assertThat(counts.frames()).isEqualTo(2);
        assertThat(counts.brokenFrames()).isEqualTo(2);
        assertThat(counts.longestPause()).isEqualTo(1300 * MILLI);
    }

    @Test
    void aPictureThatStandsStillIsAPauseUpToNow() {
        counter.came(1, true, true, MILLI);
        counter.take(2 * MILLI);

        assertThat(counter.take(5001 * MILLI).longestPause()).isEqualTo(5000 * MILLI);
    }

    @Test
    void packetsThatComeTwiceAreNoFrames() {
        counter.came(1, true, true, MILLI);
        counter.came(1, true, true, 2 * MILLI);

        FrameCounter.Counts counts = counter.take(3 * MILLI);
        assertThat(counts.frames()).isEqualTo(1);
        assertThat(counts.useless()).isEqualTo(1);
    }

    @Test
    void aJumpIsAnotherStreamAndNeedsAKeyFrame() {
        counter.came(1, true, true, MILLI);
        counter.came(30_000, true, false, 2 * MILLI);
        assertThat(counter.needsKeyFrame()).isTrue();

        FrameCounter.Counts counts = counter.take(3 * MILLI);
        assertThat(counts.restarts()).isEqualTo(1);
        assertThat(counts.gaps()).isZero();
        assertThat(counts.frames()).isEqualTo(1);
    }
}
