package heliograph.broadcaster.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before each new try: doubled from a first to a longest. Lives on its owner's thread. */
public final class BackOff {
    private final Duration first;
    private final Duration longest;
    private final double jitter;
    private final RandomGenerator random;
    private Duration next;

    /** Waits exactly so long. */
    public BackOff(Duration first, Duration longest) {
        this(first, longest, 0, RandomGenerator.getDefault());
    }

    /**
     * Waits a little more or less, so that many who lost the same thing do not come back at the same moment.
     *
     * @param jitter the greatest deviation, as a part of the wait: 0.2 is 80 to 120 %
     */
    public BackOff(Duration first, Duration longest, double jitter, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.jitter = jitter;
        this.random = random;
        this.next = first;
    }

    /** The wait before the next try. */
    public Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        double deviation = 1 + jitter * (2 * random.nextDouble() - 1);
        return Duration.ofNanos((long) (now.toNanos() * deviation));
    }

    /** It worked: the next wait is the first again. */
    public void reset() {
        next = first;
    }
}
