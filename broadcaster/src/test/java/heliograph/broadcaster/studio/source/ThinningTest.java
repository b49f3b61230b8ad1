package heliograph.broadcaster.studio.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    @Test
    void aCameraThatIsTwiceAsFastLosesEverySecondFrame() {
        Thinning thinning = new Thinning(60, 30);

        assertThat(IntStream.range(0, 6).mapToObj(i -> thinning.take()))
                .containsExactly(true, false, true, false, true, false);
    }

    @Test
    void anOddRateComesOutAtTheWish() {
        Thinning thinning = new Thinning(50, 30);

        assertThat(IntStream.range(0, 500).filter(i -> thinning.take()).count()).isEqualTo(300);
    }

    @Test
    void aCameraAtTheWishOrSlowerLosesNone() {
        for (int rate : new int[] {0, 5, 30, 36}) {
            Thinning thinning = new Thinning(rate, 30);

            assertThat(IntStream.range(0, 100).allMatch(i -> thinning.take())).isTrue();
        }
    }
}
