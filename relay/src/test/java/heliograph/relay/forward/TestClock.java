package heliograph.relay.forward;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A clock that stands still until it is moved. */
final class TestClock implements LongSupplier, InstantSource {
    private long nanos = TimeUnit.HOURS.toNanos(5);

    @Override
    public long getAsLong() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return Instant.parse("2026-11-22T12:00:00Z");
    }

    void advance(long by) {
        nanos += by;
    }

    static long millis(double milliseconds) {
        return (long) (milliseconds * 1_000_000);
    }
}
