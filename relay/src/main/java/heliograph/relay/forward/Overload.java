package heliograph.relay.forward;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was left out because the workers are late, for whoever runs the program: told soon after it begins, and once a minute while
 * it lasts. Any thread counts; one tells.
 */
final class Overload {
    /** The first word waits so long, to say how much it is. */
    static final long FIRST = TimeUnit.SECONDS.toNanos(1);

    static final long AGAIN = TimeUnit.MINUTES.toNanos(1);

    private final LongAdder packets = new LongAdder();
    private final AtomicLong latest = new AtomicLong();
    private boolean counting;
    private long dueAt;

    /** A packet of video was late by so much, and went to none of a worker's viewers. */
    void leftOut(long lateNanos) {
        packets.increment();
        latest.accumulateAndGet(lateNanos, Math::max);
    }

    /** What is to be said now, if anything. One thread. */
    Optional<String> tell(long now, int viewers) {
        if (packets.sum() == 0) {
            counting &= now - dueAt < 0;
            return Optional.empty();
        }
        if (!counting) {
            counting = true;
            dueAt = now + FIRST;
        }
        if (now - dueAt < 0) {
            return Optional.empty();
        }
        dueAt = now + AGAIN;
        return Optional.of("this machine does not keep up with " + viewers + " viewers: " + packets.sumThenReset()
                + " packets of video were left out, up to "
                + TimeUnit.NANOSECONDS.toMillis(latest.getAndSet(0))
                + " ms late, and pictures stood still to the next key frame");
    }
}
