package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/**
 * Answers one viewer's NACKs (RFC 4585, section 6.2.1) from the store: no packet twice within a round trip, since the first may be on its way,
 * and no more in all than half of what the picture takes, so that a link that is full is not filled further. On the thread of the
 * viewer's worker.
 */
final class Retransmissions {
    private static final int REMEMBERED = 512;
    private static final long UNKNOWN_ROUND_TRIP = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long SHORTEST_ROUND_TRIP = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long BURST_BYTES = 64 * 1024;
    private static final long LEAST_BITS_PER_SECOND = 500_000;

    private final OutgoingStream stream;
    private final LinkQuality link;
    private final int[] numbers = new int[REMEMBERED];
    private final int[] times = new int[REMEMBERED];
    private final long[] sentAt = new long[REMEMBERED];
    private long allowance = BURST_BYTES;
    private long allowanceAt = Long.MIN_VALUE;
    private long asked;
    private long sent;
    private boolean repeat;

    Retransmissions(OutgoingStream stream, LinkQuality link) {
        this.stream = stream;
        this.link = link;
    }

    /** A viewer misses this packet, and of the 16 after it those whose bit is set. */
    void nack(int sequence, int following, long now) {
        resend(sequence, now);
        for (int i = 0; i < 16; i++) {
            if ((following >> i & 1) != 0) {
                resend((sequence + 1 + i) & 0xffff, now);
            }
        }
    }

    private void resend(int number, long now) {
        int slot = number % REMEMBERED;
        // A number that is remembered as one higher: 0 is nothing.
        boolean again = numbers[slot] == number + 1;
        if (again && times[slot] > 0 && now - sentAt[slot] < interval()) {
            return;
        }
        if (!again) {
            asked++;
            numbers[slot] = number + 1;
            times[slot] = 0;
        }
        refill(now);
        if (allowance <= 0) {
            return;
        }
        int copies = times[slot] > 0 && repeat ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            int length = stream.resend(number, now);
            if (length > 0) {
                allowance -= length;
                times[slot]++;
                sentAt[slot] = now;
                sent++;
            }
        }
    }

    /**
     * Whether what got lost twice may be sent two times at once. A browser that only receives knows no round trip and asks again after 100 ms, so that
     * one that got lost three times is a picture that stands still; where the link is full it would only make it fuller.
     */
    void repeat(boolean allowed) {
        repeat = allowed;
    }

    private long interval() {
        long roundTrip = link.roundTrip();
        return roundTrip == LinkQuality.UNKNOWN ? UNKNOWN_ROUND_TRIP : Math.max(SHORTEST_ROUND_TRIP, roundTrip);
    }

    private void refill(long now) {
        if (allowanceAt != Long.MIN_VALUE) {
            Source source = stream.source();
            long rate = source == null ? 0 : source.bitrate().bitsPerSecond() / 2;
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(now - allowanceAt);
            if (milliseconds == 0) {
                return;
            }
            long more = Math.max(LEAST_BITS_PER_SECOND, rate) / 8 * Math.min(milliseconds, 10_000) / 1000;
            allowance = Math.min(BURST_BYTES, allowance + more);
        }
        allowanceAt = now;
    }

    /** Packets that were asked for, each once. */
    long asked() {
        return asked;
    }

    /** Packets that were sent again, each time. */
    long sent() {
        return sent;
    }
}
