package heliograph.relay.forward;

/** The lowest of the values of the last one to two windows. Used by one thread. */
final class LowestRecently {
    private final long window;
    private long begun;
    private long before = Long.MAX_VALUE;
    private long current = Long.MAX_VALUE;

    LowestRecently(long windowNanos) {
        this.window = windowNanos;
    }

    long add(long value, long now) {
        if (current == Long.MAX_VALUE) {
            begun = now;
        } else if (now - begun >= window) {
            before = now - begun >= 2 * window ? Long.MAX_VALUE : current;
            current = Long.MAX_VALUE;
            begun = now;
        }
        current = Math.min(current, value);
        return Math.min(before, current);
    }
}
