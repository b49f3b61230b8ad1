package heliograph.relay.forward;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * What was left out because the workers are late, for whoever runs the program: in the log soon after it begins, and once a minute
 * while it lasts; and that it lasts, with its end, for whoever sits before it. Any thread counts; one tells.
 */
final class Overload {
    /** The first word waits so long, to say how much it is. */
    static final long FIRST = TimeUnit.SECONDS.toNanos(1);

    static final long AGAIN = TimeUnit.MINUTES.toNanos(1);

    /** A pause shorter than this is over before anybody could do anything about it. */
    static final long LASTING = TimeUnit.SECONDS.toNanos(1);

    /** It is over when nothing was left out for so long: it comes and goes with each key frame, and is the same one. */
    static final long CALM = TimeUnit.SECONDS.toNanos(15);

    private final Consumer<Boolean> lasts;
    private final AtomicBoolean leftOut = new AtomicBoolean();
    private final LongAdder packets = new LongAdder();
    private final AtomicLong latest = new AtomicLong();
    private boolean counting;
    private long dueAt;
    private boolean begun;
    private long begunAt;
    private long latestAt;
    private boolean lasting;

    /** @param lasts hears of its beginning and its end, on the thread that watches */
    Overload(Consumer<Boolean> lasts) {
        this.lasts = lasts;
    }

    /** A packet of video was late by so much, and went to none of a worker's viewers. */
    void leftOut(long lateNanos) {
        packets.increment();
        leftOut.set(true);
        latest.accumulateAndGet(lateNanos, Math::max);
    }

    /** Looks whether it goes on, and tells of a change. Many times a second; one thread. */
    void watch(long now) {
        if (leftOut.getAndSet(false)) {
            if (!begun) {
                begun = true;
                begunAt = now;
            }
            latestAt = now;
            if (!lasting && now - begunAt >= LASTING) {
                lasting = true;
                lasts.accept(true);
            }
        } else if (begun && now - latestAt >= CALM) {
            begun = false;
            if (lasting) {
                lasting = false;
                lasts.accept(false);
            }
        }
    }

    /** What is to be said in the log now, if anything. One thread. */
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
