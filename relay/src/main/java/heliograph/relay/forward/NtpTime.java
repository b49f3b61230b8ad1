package heliograph.relay.forward;

import java.time.Instant;

/**
 * Instants of the relay's monotonic clock as NTP time (RFC 3550, section 4). Both tracks of all viewers share it, and it does not
 * follow a wall clock that is set anew: only differences count to a receiver. Immutable.
 */
final class NtpTime {
    private static final long SECONDS_FROM_1900_TO_1970 = 2_208_988_800L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long nanosSince1900;

    /**
     *
     * Takes all that it needs.
     *
     *
     *
     * @param nanos what the monotonic clock says at that instant
     *
     */
    NtpTime(Instant instant, long nanos) {
        this.nanosSince1900 =
                (instant.getEpochSecond() + SECONDS_FROM_1900_TO_1970) * NANOS_PER_SECOND + instant.getNano() - nanos;
    }

    /** Seconds since 1900 with 32 binary digits behind the point. */
    long at(long nanos) {
        long since = nanosSince1900 + nanos;
        long seconds = Math.floorDiv(since, NANOS_PER_SECOND);
        long fraction = (Math.floorMod(since, NANOS_PER_SECOND) << 32) / NANOS_PER_SECOND;
        return (seconds << 32) | fraction;
    }

    /** The middle 32 bits, as reports quote them. */
    static int middle(long ntp) {
        return (int) (ntp >>> 16);
    }

    /** Since 1900. */
    static long toNanos(long ntp) {
        return (ntp >>> 32) * NANOS_PER_SECOND + (((ntp & 0xffffffffL) * NANOS_PER_SECOND) >>> 32);
    }
}
