package heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostTest {
    private final Results results = new Results();

    @Test
    void oneMoreCostsTheSlopeWithoutTheNumbersAtWhichSomebodyWentShort() {
        put(1, 0.35, 30);
        put(2, 0.55, 30);
        put(4, 0.95, 29.9);
        put(8, 1.20, 22);

        assertThat(Cost.ofOneMore(results, MediaPath.DIRECT))
                .hasValueSatisfying(it -> assertThat(it).isCloseTo(0.2, within(0.001)));
    }

    @Test
    void oneNumberOfViewersTellsNoCost() {
        put(1, 0.35, 30);

        assertThat(Cost.ofOneMore(results, MediaPath.DIRECT)).isEmpty();
        assertThat(Cost.ofOneMore(results, MediaPath.RELAY)).isEmpty();
    }

    private void put(int viewers, double cores, double frames) {
        results.add(Measure.CROWD, MediaPath.DIRECT, viewers, CrowdMeasure.CORES, cores);
        results.add(Measure.CROWD, MediaPath.DIRECT, viewers, CrowdMeasure.FRAMES, frames);
    }
}
