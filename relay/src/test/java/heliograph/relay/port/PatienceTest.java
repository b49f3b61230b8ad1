package heliograph.relay.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long STEP = Duration.ofMillis(400).toNanos();

    private final Patience patience = new Patience();

    @Test
    void itIsOverWhenTheThreadHasRunForSoLongWithoutAnotherSign() {
        assertThat(patience.isOver(0, STEP, LIMIT)).isFalse();
        assertThat(patience.isOver(0, STEP, LIMIT)).isFalse();
        assertThat(patience.isOver(0, STEP, LIMIT)).isTrue();
    }

    @Test
    void eachSignIsAnotherBeginning() {
        for (int sign = 1; sign < 10; sign++) {
            assertThat(patience.isOver(sign, STEP, LIMIT)).isFalse();
            assertThat(patience.isOver(sign, STEP, LIMIT)).isFalse();
        }
        assertThat(patience.isOver(9, STEP, LIMIT)).isTrue();
    }
}
