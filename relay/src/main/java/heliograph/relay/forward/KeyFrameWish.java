package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The wish for a key frame, of all viewers together: asked for at once and then every half second until one begins, so however many
 * wish for it, one costs no more. Wished and fulfilled by any thread, asked for by {@code relay-control}.
 */
final class KeyFrameWish {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    private final AtomicBoolean wished = new AtomicBoolean();
    private boolean asked;
    private long askedAt;

    /** True if nobody wished for it yet. */
    boolean wish() {
        return wished.compareAndSet(false, true);
    }

    void came() {
        wished.set(false);
    }

    /** Whether it is to be asked for now; then it counts as asked for. */
    boolean isDue(long now) {
        if (!wished.get() || (asked && now - askedAt < INTERVAL)) {
            return false;
        }
        asked = true;
        askedAt = now;
        return true;
    }
}
