package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/**
 * How many RTCP packets of one viewer's are looked at: a token bucket, so that none can keep a worker from its other viewers. A browser
 * sends some ten a second, and fifty when it misses packets all the time. On the thread that reads the port.
 */
final class RtcpAllowance {
    static final int BURST = 100;
    static final int PER_SECOND = 100;

    private static final long EACH = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;

    private boolean begun;
    /** Since when the tokens that are left have come in; at most a burst ago. */
    private long since;

    /** False, if there is none left at that time. */
    boolean take(long now) {
        long full = now - BURST * EACH;
        if (!begun || since - full < 0) {
            begun = true;
            since = full;
        }
        if (now - since < EACH) {
            return false;
        }
        since += EACH;
        return true;
    }
}
