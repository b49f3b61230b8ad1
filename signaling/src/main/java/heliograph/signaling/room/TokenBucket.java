package heliograph.signaling.room;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A rate limit: a bucket that a message takes one token from, and that time fills again. On its owner's thread. */
public final class TokenBucket {
    private final InstantSource clock;
    private RoomLimits.Rate rate;
    private double tokens;
    private Instant filled;

    /** Full. */
    public TokenBucket(RoomLimits.Rate rate, InstantSource clock) {
        this.clock = clock;
        this.rate = rate;
        tokens = rate.burst();
        filled = clock.instant();
    }

    boolean take() {
        return take(1);
    }

    /** Takes so many at once, or none. */
    public boolean take(int count) {
        Instant now = clock.instant();
        double seconds = Math.max(0, Duration.between(filled, now).toNanos() / 1e9);
        filled = now;
        tokens = Math.min(rate.burst(), tokens + seconds * rate.perSecond());
        if (tokens < count) {
            return false;
        }
        tokens -= count;
        return true;
    }

    /** From now on another rate, with a full bucket. */
    void refill(RoomLimits.Rate newRate) {
        rate = newRate;
        tokens = newRate.burst();
    }
}
