package heliograph.signaling.room;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each of many may do something: a token bucket for each that was heard of last. Who is forgotten has not come for
 * as long as it took the others to come, or there are more of them than any limit by name can hold off. Bounded; safe for use
 * by many threads.
 */
public final class RateLimit {
    private static final int KEPT = 10_000;

    private final RoomLimits.Rate rate;
    private final InstantSource clock;
    private final Map<Object, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, TokenBucket> eldest) {
            return size() > KEPT;
        }
    };

    /** Everybody begins with all of it. */
    public RateLimit(RoomLimits.Rate rate, InstantSource clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /** Whether this one may do it now; then it is counted. */
    public synchronized boolean take(Object who) {
        return buckets.computeIfAbsent(who, key -> new TokenBucket(rate, clock)).take(1);
    }
}
