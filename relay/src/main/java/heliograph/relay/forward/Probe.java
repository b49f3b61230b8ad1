package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/**
 * Fills one viewer's link to see whether it carries more: with what it has already, sent again as retransmissions, which every receiver
 * drops. On the thread of the viewer's worker.
 */
final class Probe {
    static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int MOST_PACKETS = 32;

    private final OutgoingStream stream;
    private boolean running;
    private long sentAt;
    private int next;

    Probe(OutgoingStream stream) {
        this.stream = stream;
    }

    /** Sends what is due at this rate; none: nothing, and the next time begins anew. */
    void run(long bitsPerSecond, long now) {
        if (bitsPerSecond <= 0) {
            running = false;
            return;
        }
        if (!running) {
            running = true;
            sentAt = now;
            return;
        }
        if (now - sentAt < INTERVAL) {
            return;
        }
        long bytes = bitsPerSecond / 8 * Math.min(now - sentAt, 10 * INTERVAL) / TimeUnit.SECONDS.toNanos(1);
        sentAt = now;
        for (int i = 0; i < MOST_PACKETS && bytes > 0; i++) {
            int length = stream.resendRecent(next, now);
            next = length == 0 ? 0 : (next + 1) % MOST_PACKETS;
            bytes -= length == 0 ? bytes : length;
        }
    }

    long due() {
        return running ? sentAt + INTERVAL : Pacer.NEVER;
    }
}
