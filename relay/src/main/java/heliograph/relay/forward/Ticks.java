package heliograph.relay.forward;

/** RTP's time and nanoseconds. Holds nothing; any thread. */
final class Ticks {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Ticks() {}

    static long toNanos(long ticks, int clockRate) {
        return Math.floorDiv(ticks, clockRate) * NANOS_PER_SECOND
                + Math.floorMod(ticks, clockRate) * NANOS_PER_SECOND / clockRate;
    }

    static long ofNanos(long nanos, int clockRate) {
        return Math.floorDiv(nanos, NANOS_PER_SECOND) * clockRate
                + Math.floorMod(nanos, NANOS_PER_SECOND) * clockRate / NANOS_PER_SECOND;
    }
}
