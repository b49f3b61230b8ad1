package heliograph.relay.rtp;

/**
 * A counter that wraps around, counted on: of each value the one that is nearest to the highest before it (RFC 3550, appendix A.1).
 * Used by one thread.
 */
public final class Unwrapped {
    private final int bits;
    private boolean begun;
    private long highest;

    /**
     *
     * Takes all that it needs.
     *
     *
     *
     * @param bits of the counter, 32 at most
     *
     */
    public Unwrapped(int bits) {
        this.bits = bits;
    }

    /** Takes this value in. The first is itself in the second round, so that one before it is no negative number. */
    public long next(int value) {
        if (!begun) {
            begun = true;
            highest = (value & ((1L << bits) - 1)) + (1L << bits);
            return highest;
        }
        long next = of(value);
        highest = Math.max(highest, next);
        return next;
    }

    /** The same, taking nothing in. */
    public long of(int value) {
        return nearest(highest, value, bits);
    }

    public boolean begun() {
        return begun;
    }

    public long highest() {
        return highest;
    }

    /** What ends in these bits and is nearest to the reference. */
    public static long nearest(long reference, int value, int bits) {
        int unused = Long.SIZE - bits;
        return reference + ((((long) value - reference) << unused) >> unused);
    }
}
