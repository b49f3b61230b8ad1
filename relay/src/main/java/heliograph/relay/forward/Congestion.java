package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/** Whether one viewer's link carries what it is sent, by all that its feedback tells. On the thread of the viewer's worker. */
final class Congestion {
    /** Of packets. Links with so much loss that never get better are rare, and 5 % at random is not congestion. */
    private static final double MOST_LOSS = 0.12;

    private static final long LONGEST_QUEUE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int LEAST_PACKETS = 20;

    private final LinkQuality link;
    private final OutgoingStream stream;
    private final Retransmissions retransmissions;
    private long windowAt = Long.MIN_VALUE;
    private long packets;
    private long asked;
    private double missing;

    Congestion(LinkQuality link, OutgoingStream stream, Retransmissions retransmissions) {
        this.link = link;
        this.stream = stream;
        this.retransmissions = retransmissions;
    }

    /**
     * To be asked ten times a second.
     *
     * @param bitsPerSecond that are sent now
     */
    boolean isThere(long bitsPerSecond, long now) {
        if (windowAt == Long.MIN_VALUE || now - windowAt >= WINDOW) {
            long sent = stream.packets() - packets;
            missing = sent < LEAST_PACKETS ? 0 : (double) (retransmissions.asked() - asked) / sent;
            restart(now);
        }
        return missing > MOST_LOSS
                || link.losesMoreThan(MOST_LOSS, now)
                || link.queue(now) > LONGEST_QUEUE
                || link.fellBelow(bitsPerSecond * 9 / 10, now);
    }

    /** What was learnt on another layer says nothing of this one. */
    void forget(long now) {
        missing = 0;
        restart(now);
        link.forget();
    }

    private void restart(long now) {
        windowAt = now;
        packets = stream.packets();
        asked = retransmissions.asked();
    }
}
