package heliograph.relay.forward;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long packets took from the upstream's socket to the last viewer's, as a histogram with steps of an eighth. Written by the
 * workers, read by any thread.
 */
public final class HopDelay {
    /** What is known of it since the beginning, in microseconds; 0 if nothing is. */
    public record Snapshot(long count, long p50, long p99, long max) {}

    private static final int STEPS_BITS = 3;
    private static final int STEPS = 1 << STEPS_BITS;
    private static final int BUCKETS = 32 * STEPS;

    private final AtomicLongArray buckets = new AtomicLongArray(BUCKETS);

    void add(long nanos) {
        buckets.incrementAndGet(bucket(Math.max(0, nanos / 1000)));
    }

    Snapshot snapshot() {
        long count = 0;
        for (int i = 0; i < BUCKETS; i++) {
            count += buckets.get(i);
        }
        return new Snapshot(count, quantile(count, 50), quantile(count, 99), quantile(count, 100));
    }

    private long quantile(long count, int percent) {
        long wanted = Math.max(1, (count * percent + 99) / 100);
        long seen = 0;
        for (int i = 0; i < BUCKETS && count > 0; i++) {
            seen += buckets.get(i);
            if (seen >= wanted) {
                return highest(i);
            }
        }
        return 0;
    }

    private static int bucket(long micros) {
        if (micros < STEPS) {
            return (int) micros;
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - STEPS_BITS;
        return Math.min(BUCKETS - 1, (exponent + 1) * STEPS + (int) (micros >> exponent) - STEPS);
    }

    private static long highest(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int exponent = bucket / STEPS - 1;
        return ((long) (bucket % STEPS + STEPS + 1) << exponent) - 1;
    }
}
