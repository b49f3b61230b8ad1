package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/**
 * When what one track carries was captured, on the relay's clock: by the studio's sender reports, which say it, and until the first
 * of them (libwebrtc's first one for sound comes after 5-14 s) by when packets come over the loopback, the quickest of the last
 * seconds. Written by the thread that reads the upstream's socket; read by any.
 */
final class TrackTime {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(4);
    /** Reports that place the capture behind the arrival, or long before it, are those of a clock that is not the other track's. */
    private static final long EARLIEST = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long LATEST = TimeUnit.MILLISECONDS.toNanos(40);

    /** An encoder's first pictures come late by as much as it takes to start it. */
    private static final long SETTLING = TimeUnit.SECONDS.toNanos(1);

    private final int clockRate;
    private final LowestRecently arrivals = new LowestRecently(WINDOW);
    private long byArrival;
    private long byReports;
    private boolean reported;
    private boolean begun;
    private volatile long offset;
    private volatile long settledAt = Long.MAX_VALUE;

    TrackTime(int clockRate) {
        this.clockRate = clockRate;
    }

    int clockRate() {
        return clockRate;
    }

    /** A packet with this time, counted on past RTP's 32 bits, came. */
    void arrived(long time, long now) {
        if (!begun) {
            begun = true;
            settledAt = now + SETTLING;
        }
        byArrival = arrivals.add(now - Ticks.toNanos(time, clockRate), now);
        if (!reported) {
            offset = byArrival;
        }
    }

    /** By a report, this time is that instant. After the first packet. */
    void reported(long time, long instant) {
        long said = instant - Ticks.toNanos(time, clockRate);
        if (said < byArrival - EARLIEST || said > byArrival + LATEST) {
            reported = false;
            offset = byArrival;
            return;
        }
        byReports = reported ? byReports + (said - byReports) / 4 : said;
        reported = true;
        offset = byReports;
        settledAt = Long.MIN_VALUE;
    }

    /** Whether it can be told: by a report, or by enough arrivals. Who is told earlier has to be told otherwise, slowly, for half a minute. */
    boolean isSettled(long now) {
        long at = settledAt;
        return at == Long.MIN_VALUE || (at != Long.MAX_VALUE && now - at >= 0);
    }

    /** What is to be added to RTP's time in nanoseconds for the instant. It changes by a little with time. */
    long offset() {
        return offset;
    }

    /** When what has this time was captured. */
    long instant(long time) {
        return Ticks.toNanos(time, clockRate) + offset;
    }
}
