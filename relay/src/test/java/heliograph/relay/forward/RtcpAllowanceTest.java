package heliograph.relay.forward;

import static heliograph.relay.forward.TestClock.millis;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RtcpAllowanceTest {
    private final TestClock clock = new TestClock();
    private final RtcpAllowance allowance = new RtcpAllowance();

    @Test
    void aBurstPassesAndThenSoManyASecond() {
        assertThat(taken(1000)).isEqualTo(RtcpAllowance.BURST);
        clock.advance(millis(500));
        assertThat(taken(1000)).isEqualTo(RtcpAllowance.PER_SECOND / 2);
    }

    @Test
    void aLongSilenceGivesNoMoreThanABurst() {
        assertThat(taken(1)).isEqualTo(1);
        clock.advance(millis(3_600_000));
        assertThat(taken(1000)).isEqualTo(RtcpAllowance.BURST);
    }

    private int taken(int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += allowance.take(clock.getAsLong()) ? 1 : 0;
        }
        return taken;
    }
}
