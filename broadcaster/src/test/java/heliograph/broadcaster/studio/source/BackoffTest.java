package heliograph.broadcaster.studio.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    @Test
    void eachPauseIsTwiceTheOneBeforeUpToTheLimit() {
        Backoff backoff = new Backoff(FIRST, LIMIT, 0, new SplittableRandom(1));

        assertThat(backoff.next()).isEqualTo(FIRST);
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.next()).isEqualTo(LIMIT);
        assertThat(backoff.next()).isEqualTo(LIMIT);
        backoff.reset();
        assertThat(backoff.next()).isEqualTo(FIRST);
    }

    @Test
    void noTwoComeBackAtTheSameMoment() {
        Backoff one = new Backoff(LIMIT, LIMIT, 0.2, new SplittableRandom(1));
        Backoff other = new Backoff(LIMIT, LIMIT, 0.2, new SplittableRandom(2));

        Duration pause = one.next();
        assertThat(pause).isBetween(Duration.ofMillis(2400), Duration.ofMillis(3600));
        assertThat(pause).isNotEqualTo(other.next());
    }
}
