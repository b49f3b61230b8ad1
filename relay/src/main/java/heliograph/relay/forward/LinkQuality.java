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
    /** More packets than this between two reports are a number that was made up, or a report of another stream's. */
    private static final int MOST_BETWEEN = 1 << 14;

    private final LowestRecently roundTrips = new LowestRecently(LOWEST_WINDOW);
    private final LossSum losses = new LossSum();
    private int highest;
    private int lostBefore;
    private boolean highestKnown;
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

    /**
     * A reception report: the share that was lost since the one before, how many were lost in all up to a number, and where it quotes a sender
     * report, the round trip. A browser sends one with each NACK, of few packets then, and some get lost: so that only the counts say something.
     */
    void reported(double share, int lost, int highestSequence, long roundTripNanos, long now) {
        int packets = highestKnown ? highestSequence - highest : 0;
        if (packets > 0 && packets < MOST_BETWEEN) {
            losses.add(packets, Math.max(0, Math.min(packets, lost - lostBefore)));
        }
        if (!highestKnown || packets > 0) {
            highest = highestSequence;
            lostBefore = lost;
            highestKnown = true;
        }
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

    boolean losesTooMuch(long now) {
        return lossKnown && now - lossAt < STALE && losses.isCertain();
    }

    boolean mayLoseTooMuch(long now) {
        return lossKnown && now - lossAt < STALE && losses.isSuspect();
    }

    /** Whether the estimate has fallen of late. */
    boolean fell(long now) {
        return fell && now - fellAt < FALL_COUNTS_FOR;
    }

    /** Whether the estimate is known, below this rate, and has come down there of late: one that only lags behind a rate that rose does not count. */
    boolean fellBelow(long bitsPerSecond, long now) {
        return maximum > 0 && now - maximumAt < STALE && maximum < bitsPerSecond && fell(now);
    }

    /** What was learnt at another rate says nothing of this one. */
    void forget() {
        fell = false;
        highMark = maximum;
        lossKnown = false;
        losses.forget();
        roundTripIsNew = false;
    }
}
