package heliograph.broadcaster.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoundTimelineTest {
    private static final long MILLI = 1_000_000;

    private final SoundTimeline timeline = new SoundTimeline();
    private int sent;

    @Test
    void soundThatComesInTimeIsPassedOnAndNothingAdded() {
        for (long ms = 0; ms < 5000; ms += 10) {
            take(ms);
            fill(ms + 5);
        }

        assertThat(sent).isEqualTo(500);
    }

    @Test
    void aSourceThatSendsATenthOfASecondAtOnceLosesNothing() {
        for (long ms = 0; ms < 5000; ms += 100) {
            fill(ms);
            for (int i = 0; i < 10; i++) {
                take(ms);
            }
            fill(ms + 95);
        }

        assertThat(sent).isEqualTo(500);
    }

    @Test
    void aHoleIsFilledSoThatAsMuchSoundAsTimeHasPassed() {
        steady(0, 1000);
        for (long ms = 1000; ms < 4000; ms += 5) {
            fill(ms);
        }
        steady(4000, 5000);

        assertThat(sent).isBetween(499, 502);
    }

    @Test
    void whatComesLateAfterSilenceTookItsPlaceIsLeftOut() {
        steady(0, 1000);
        for (long ms = 1000; ms < 1400; ms += 5) {
            fill(ms);
        }
        for (int i = 0; i < 40; i++) {
            take(1400);
        }
        steady(1400, 3000);

        assertThat(sent).isBetween(299, 303);
    }

    @Test
    void aLateThreadThatCatchesUpInTimeLosesNothing() {
        steady(0, 1000);
        for (int i = 0; i < 15; i++) {
            take(1150);
        }
        steady(1150, 2000);

        assertThat(sent).isEqualTo(200);
    }

    @Test
    void aSoundCardThatIsALittleSlowOrFastIsFollowed() {
        for (double pace : new double[] {0.9998, 1.0002}) {
            SoundTimeline card = new SoundTimeline();
            int taken = 0;
            int filled = 0;
            for (int i = 0; i < 360_000; i++) {
                long now = (long) (i * pace * 10 * MILLI);
                taken += card.take(now) ? 1 : 0;
                filled += card.missing(now + 9 * MILLI);
            }
            assertThat(taken).isEqualTo(360_000);
            assertThat(filled).isZero();
        }
    }

    @Test
    void aProcessThatStoodStillForLongDoesNotFillTheViewersBuffer() {
        steady(0, 1000);

        fill(60_000);

        assertThat(sent).isEqualTo(100 + SoundTimeline.MOST_FILLED);
        fill(60_005);
        assertThat(sent).isEqualTo(100 + SoundTimeline.MOST_FILLED);
    }

    private void steady(long from, long until) {
        for (long ms = from; ms < until; ms += 10) {
            take(ms);
        }
    }

    private void take(long ms) {
        sent += timeline.take(ms * MILLI) ? 1 : 0;
    }

    private void fill(long ms) {
        sent += timeline.missing(ms * MILLI);
    }
}
