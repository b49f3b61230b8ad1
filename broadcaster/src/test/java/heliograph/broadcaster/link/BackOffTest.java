package heliograph.broadcaster.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(10));

    @Test
    void eachWaitIsTwiceTheLastUpToTheLongest() {
        assertThat(Stream.generate(backOff::next).limit(9).map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L);
    }

    @Test
    void aResetBeginsAnew() {
        backOff.next();
        backOff.next();
        backOff.reset();
        assertThat(backOff.next()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void noTwoComeBackAtTheSameMoment() {
        Duration wait = Duration.ofSeconds(3);
        BackOff one = new BackOff(wait, wait, 0.2, new SplittableRandom(1));
        BackOff other = new BackOff(wait, wait, 0.2, new SplittableRandom(2));

        Duration first = one.next();
        assertThat(first).isBetween(Duration.ofMillis(2400), Duration.ofMillis(3600));
        assertThat(first).isNotEqualTo(other.next());
    }
}
