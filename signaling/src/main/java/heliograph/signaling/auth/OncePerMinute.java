package heliograph.signaling.auth;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lets each address, or whatever else has a name, have something once a minute. Bounded; safe for use by many threads. */
public final class OncePerMinute {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int KEPT = 10_000;

    private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > KEPT;
        }
    };

    /** Whether a minute has passed since this was last true for the address. */
    public synchronized boolean isTime(String address) {
        long now = System.nanoTime();
        Long before = last.get(address);
        if (before != null && now - before < MINUTE_NANOS) {
            return false;
        }
        last.put(address, now);
        return true;
    }
}
