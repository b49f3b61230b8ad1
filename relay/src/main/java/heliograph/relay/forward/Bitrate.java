package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/** How much comes in a second, over the last few. Written by one thread, read by any. */
final class Bitrate {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    private boolean begun;
    private long since;
    private long bytes;
    private volatile long bitsPerSecond;

    void add(int length, long now) {
        if (!begun) {
            begun = true;
            since = now;
        } else if (now - since >= INTERVAL) {
            long rate = bytes * 8 * TimeUnit.SECONDS.toNanos(1) / (now - since);
            bitsPerSecond = bitsPerSecond == 0 ? rate : (bitsPerSecond + rate) / 2;
            bytes = 0;
            since = now;
        }
        bytes += length;
    }

    /** 0 in the first half second. */
    long bitsPerSecond() {
        return bitsPerSecond;
    }
}
