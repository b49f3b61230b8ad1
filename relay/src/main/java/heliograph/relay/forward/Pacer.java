package heliograph.relay.forward;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Spreads a large key frame's packets over some milliseconds, so that no queue on the way runs over; all others go at once, unless
 * they have to wait behind it. On the thread of the viewer's worker.
 */
final class Pacer {
    private static final int BURST = 16;
    private static final long INTERVAL = TimeUnit.MICROSECONDS.toNanos(500);
    /** What never happens in an honest stream is not kept waiting: as many packets as this are 300 kB. */
    private static final int MOST_WAITING = 256;

    /** What {@link #due} says when nothing waits. */
    static final long NEVER = Long.MAX_VALUE;

    private final Deque<SourcePacket> waiting = new ArrayDeque<>(BURST);
    private final BiConsumer<SourcePacket, Long> sender;
    private long filledAt = Long.MIN_VALUE;

    Pacer(BiConsumer<SourcePacket, Long> sender) {
        this.sender = sender;
    }

    void send(SourcePacket packet, long now) {
        if (waiting.isEmpty() && (!packet.ofKeyFrame || take(now))) {
            sender.accept(packet, now);
        } else {
            waiting.addLast(packet);
            if (waiting.size() > MOST_WAITING) {
                flush(now);
            }
        }
    }

    /** Sends what may go now. */
    void run(long now) {
        while (!waiting.isEmpty() && (!waiting.peekFirst().ofKeyFrame || take(now))) {
            sender.accept(waiting.removeFirst(), now);
        }
    }

    /** Sends all at once: something else follows. */
    void flush(long now) {
        while (!waiting.isEmpty()) {
            sender.accept(waiting.removeFirst(), now);
        }
    }

    void clear() {
        waiting.clear();
    }

    /** When {@link #run} has something to do. */
    long due() {
        return waiting.isEmpty() ? NEVER : filledAt + INTERVAL;
    }

    /** A bucket of so many packets, kept as the instant up to which it was used. */
    private boolean take(long now) {
        filledAt = Math.max(filledAt, now - BURST * INTERVAL);
        if (filledAt + INTERVAL > now) {
            return false;
        }
        filledAt += INTERVAL;
        return true;
    }
}
