package heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianComesWithTheLeastAndTheMost() {
        assertThat(new Spread(List.of(3.0, 1.0, 2.0)).text(1)).isEqualTo("2.0 (1.0-3.0)");
        assertThat(new Spread(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
    }

    @Test
    void oneValueSaysThatItIsOneAndNoneIsADash() {
        assertThat(new Spread(List.of(0.318)).text(2)).isEqualTo("0.32 (n = 1)");
        assertThat(new Spread(List.of(Double.NaN)).text(2)).isEqualTo("-");
    }

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        List<Double> values = List.of(5.0, 1.0, 4.0, 2.0, 3.0);
        assertThat(Spread.percentile(values, 50)).isEqualTo(3);
        assertThat(Spread.percentile(values, 99)).isEqualTo(5);
        assertThat(Spread.percentile(values, 0)).isEqualTo(1);
        assertThat(Spread.percentile(List.of(), 50)).isNaN();
    }
}
