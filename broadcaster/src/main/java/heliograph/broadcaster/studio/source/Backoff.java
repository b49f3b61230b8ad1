package heliograph.broadcaster.studio.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time up to a limit, and a little more or less than that,
 * so that many who lost the same thing do not come back at the same moment. One thread.
 */
public final class Backoff {
    private final Duration first;
    private final Duration limit;
    private final double jitter;
    private final RandomGenerator random;
    private Duration next;

    /**
     * Starts at the first pause.
     *
     * @param jitter the greatest deviation, as a part of the pause: 0.2 is 80 to 120 %
     */
    public Backoff(Duration first, Duration limit, double jitter, RandomGenerator random) {
        this.first = first;
        this.limit = limit;
        this.jitter = jitter;
        this.random = random;
        this.next = first;
    }

    /** The pause before the next attempt. */
    public Duration next() {
        Duration pause = next;
        Duration twice = pause.multipliedBy(2);
        next = twice.compareTo(limit) > 0 ? limit : twice;
        double deviation = 1 + jitter * (2 * random.nextDouble() - 1);
        return Duration.ofNanos((long) (pause.toNanos() * deviation));
    }

    /** It worked: the next pause is the first again. */
    public void reset() {
        next = first;
    }
}
