package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/** Whether one viewer's link carries what it is sent, by all that its feedback tells. On the thread of the viewer's worker. */
final class Congestion {
    private static final long LONGEST_QUEUE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long SUSPECT_QUEUE = TimeUnit.MILLISECONDS.toNanos(100);

    private final LinkQuality link;
    private final OutgoingStream stream;
    private final Retransmissions retransmissions;
    private final LossSum missing = new LossSum();
    private long packets;
    private long asked;

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
        missing.add(stream.packets() - packets, (double) (retransmissions.asked() - asked));
        count();
        return missing.isCertain()
                || link.losesTooMuch(now)
                || link.queue(now) > LONGEST_QUEUE
                || link.fellBelow(bitsPerSecond * 9 / 10, now);
    }

    /** Whether it may be there: enough to send no more than has to be sent. As of the last time that the above was asked. */
    boolean isSuspected(long now) {
        return missing.isSuspect() || link.mayLoseTooMuch(now) || link.queue(now) > SUSPECT_QUEUE || link.fell(now);
    }

    /** What was learnt at another rate says nothing of this one. */
    void forget() {
        missing.forget();
        count();
        link.forget();
    }

    private void count() {
        packets = stream.packets();
        asked = retransmissions.asked();
    }
}
