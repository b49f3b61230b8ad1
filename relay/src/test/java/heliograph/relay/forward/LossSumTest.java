package heliograph.relay.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chance is told from congestion. */
class LossSumTest {
    private final LossSum sum = new LossSum();
    private final Random random = new Random(11);

    @Test
    void fivePercentAtRandomAreNeverCertain() {
        for (int i = 0; i < 5_000_000; i++) {
            packet(0.05);
            assertThat(sum.isCertain()).isFalse();
        }
    }

    /** Packets come at 270 a second on the full layer, and 90 on the half one. */
    @ParameterizedTest
    @CsvSource({"0.64, 40", "0.3, 120", "0.2, 300"})
    void whatIsLostForWantOfRoomIsCertainSoon(double share, int packets) {
        int sent = 0;
        for (; !sum.isCertain() && sent < 10_000; sent++) {
            packet(share);
        }
        assertThat(sent).isLessThanOrEqualTo(packets);
    }

    @Test
    void whatIsOverIsForgotten() {
        sum.add(1000, 1000);
        assertThat(sum.isCertain()).isTrue();
        sum.add(75, 0);
        assertThat(sum.isCertain()).isFalse();
        sum.add(75, 0);
        assertThat(sum.isSuspect()).isFalse();
    }

    private void packet(double share) {
        sum.add(1, random.nextDouble() < share ? 1 : 0);
    }
}
