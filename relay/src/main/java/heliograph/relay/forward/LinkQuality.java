package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/** What one viewer's feedback says of the way to it. On the thread of the viewer's worker. */
final class LinkQuality {
    /** Of {@link #roundTrip} while nothing is known. */
    static final long UNKNOWN = -1;

    private static final long LOWEST_WINDOW = TimeUnit.SECONDS.toNanos(20);
    private static final long STALE = TimeUnit.SECONDS.toNanos(5);
    private static final long FALL_COUNTS_FOR = TimeUnit.SECONDS.toNanos(3);

    private static final long QUEUE_COUNTS_FOR = TimeUnit.SECONDS.toNanos(2);

    private final LowestRecently roundTrips = new LowestRecently(LOWEST_WINDOW);
    private double loss;
    private long lossAt;
    private boolean lossKnown;
    private long roundTrip = UNKNOWN;
    private long lowestRoundTrip = UNKNOWN;
    private boolean roundTripIsNew;
    private long maximum;
    private long maximumAt;
    private long highMark;
    private long fellAt;
    private boolean fell;

    /** A reception report: the share that was lost, and where it quotes a sender report, the round trip. */
    void reported(double share, long roundTripNanos, long now) {
        loss = share;
        lossAt = now;
        lossKnown = true;
        if (roundTripNanos >= 0) {
            roundTripIsNew = true;
            roundTrip = roundTripNanos;
            lowestRoundTrip = roundTrips.add(roundTripNanos, now);
        }
    }

    /** How much the receiver thinks that it can take. A fall is how it tells of a queue that grows. */
    void estimated(long bitsPerSecond, long now) {
        if (maximum > 0 && bitsPerSecond < highMark * 9 / 10) {
            fell = true;
            fellAt = now;
            highMark = bitsPerSecond;
        }
        highMark = Math.max(highMark, bitsPerSecond);
        maximum = bitsPerSecond;
        maximumAt = now;
    }

    double loss() {
        return loss;
    }

    long roundTrip() {
        return roundTrip;
    }

    /** How much longer the round trip takes than at its best; 0 where that was not told of late. */
    long queue(long now) {
        return roundTripIsNew && now - lossAt < QUEUE_COUNTS_FOR ? roundTrip - lowestRoundTrip : 0;
    }

    boolean losesMoreThan(double share, long now) {
        return lossKnown && now - lossAt < STALE && loss > share;
    }

    /** Whether the estimate is known, below this rate, and has come down there of late: one that only lags behind a rate that rose does not count. */
    boolean fellBelow(long bitsPerSecond, long now) {
        return maximum > 0
                && now - maximumAt < STALE
                && maximum < bitsPerSecond
                && fell
                && now - fellAt < FALL_COUNTS_FOR;
    }

    /** Whether the estimate says that this rate fits. */
    boolean fits(long bitsPerSecond, long now) {
        return now - maximumAt < STALE && maximum >= bitsPerSecond;
    }

    /** What was learnt on another layer says nothing of this one. */
    void forget() {
        fell = false;
        highMark = maximum;
        lossKnown = false;
        roundTripIsNew = false;
    }
}
