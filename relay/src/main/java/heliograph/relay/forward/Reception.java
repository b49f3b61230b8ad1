package heliograph.relay.forward;

import heliograph.relay.rtcp.RtcpWriter;
import heliograph.relay.rtp.Codec;
import heliograph.relay.rtp.Unwrapped;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * What a receiver tells the sender of one stream: the reception report (RFC 3550, section 6.4.1 and appendix A), and which packets
 * are missing. Written by the thread that reads the upstream's socket, told by {@code relay-control}; guarded by itself.
 */
final class Reception {
    /** A loopback loses bursts when the machine is short of breath, not more. */
    private static final int MOST_MISSING = 64;

    private static final int MOST_REQUESTS = 5;

    /** From one request for a packet to the next: other gaps that open meanwhile use up none of its requests. */
    private static final long REQUESTS_APART = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int OLDEST = 512;

    private final int ssrc;
    private final Codec codec;
    private final Unwrapped sequences = new Unwrapped(16);
    private final long[] missing = new long[MOST_MISSING];
    private final int[] requests = new int[MOST_MISSING];
    private final long[] askedAt = new long[MOST_MISSING];
    private int missingCount;
    /** The last packet that will not come any more; a key frame after it makes up for that. */
    private long givenUp = -1;

    private long keyFrame = -1;
    private boolean news;
    private long first;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private long lastTransit;
    private long jitter;
    private int lastReport;
    private long lastReportAt;

    Reception(int ssrc, Codec codec) {
        this.ssrc = ssrc;
        this.codec = codec;
    }

    /** The packet's sequence number, counted on; negative for one that is too old. */
    synchronized long received(int sequence, int timestamp, long now) {
        boolean begun = sequences.begun();
        long highest = sequences.highest();
        if (begun && sequences.of(sequence) < highest - OLDEST) {
            return -1;
        }
        long index = sequences.next(sequence);
        if (!begun) {
            first = index;
        } else if (index < highest) {
            found(index);
        } else {
            miss(highest + 1, index);
        }
        first = Math.min(first, index);
        received++;
        // RFC 3550, appendix A.8, in 1/16 of a tick.
        long transit = Ticks.ofNanos(now, codec.clockRate()) - timestamp;
        if (begun) {
            long difference = Math.abs((int) (transit - lastTransit));
            jitter += difference - ((jitter + 8) >> 4);
        }
        lastTransit = transit;
        return index;
    }

    synchronized void reported(long ntp, long now) {
        lastReport = NtpTime.middle(ntp);
        lastReportAt = now;
    }

    synchronized boolean begun() {
        return sequences.begun();
    }

    /** A key frame begins with this packet. */
    synchronized void keyFrame(long index) {
        keyFrame = Math.max(keyFrame, index);
    }

    /** Whether something is to be asked for now, or given up. */
    synchronized boolean misses(long now) {
        for (int i = 0; i < missingCount; i++) {
            if (isDue(i, now)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDue(int at, long now) {
        return requests[at] == 0 || now - askedAt[at] >= REQUESTS_APART;
    }

    /** Whether packets were given up since this was asked before, and no key frame began after them. */
    synchronized boolean takeGivenUp() {
        boolean told = givenUp > keyFrame;
        givenUp = -1;
        return told;
    }

    /** Whether more is missing than when this was asked before. */
    synchronized boolean takeNews() {
        boolean told = news;
        news = false;
        return told;
    }

    /**
     * Adds to a receiver report.
     *
     * @param leastShare of packets to be called lost in it, 0 to 1; the counts stay true
     */
    synchronized void report(RtcpWriter writer, double leastShare, long now) {
        long expected = sequences.highest() - first + 1;
        long lost = Math.max(0, Math.min(0x7fffff, expected - received));
        long expectedNow = expected - expectedBefore;
        long lostNow = expectedNow - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        int fraction = expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, (lostNow << 8) / expectedNow);
        fraction = Math.max(fraction, (int) (leastShare * 256));
        int delay = lastReportAt == 0 ? 0 : (int) Ticks.ofNanos(now - lastReportAt, 1 << 16);
        int highest = (int) (sequences.highest() - (1 << 16));
        writer.receptionReport(ssrc, fraction, (int) lost, highest, (int) (jitter >> 4), lastReport, delay);
    }

    /** Asks for what is missing and was not asked for just now; what was asked for in vain is given up. */
    synchronized void request(RtcpWriter writer, int sender, long now) {
        int[] asked = new int[missingCount];
        int count = 0;
        int kept = 0;
        for (int i = 0; i < missingCount; i++) {
            boolean due = isDue(i, now);
            if (due && requests[i] == MOST_REQUESTS) {
                givenUp = Math.max(givenUp, missing[i]);
                continue;
            }
            if (due) {
                asked[count++] = (int) missing[i] & 0xffff;
            }
            missing[kept] = missing[i];
            requests[kept] = requests[i] + (due ? 1 : 0);
            askedAt[kept++] = due ? now : askedAt[i];
        }
        missingCount = kept;
        if (count > 0) {
            writer.nack(sender, ssrc, asked, count);
        }
    }

    private void miss(long from, long to) {
        // Sound is not asked for again: it would come too late to be heard.
        if (!codec.isVideo() || from == to) {
            return;
        }
        news = true;
        if (to - from > MOST_MISSING - missingCount) {
            givenUp = to - 1;
        } else {
            for (long index = from; index < to; index++) {
                missing[missingCount] = index;
                requests[missingCount++] = 0;
            }
        }
    }

    private void found(long index) {
        int at = Arrays.binarySearch(missing, 0, missingCount, index);
        if (at >= 0) {
            System.arraycopy(missing, at + 1, missing, at, missingCount - at - 1);
            System.arraycopy(requests, at + 1, requests, at, missingCount - at - 1);
            System.arraycopy(askedAt, at + 1, askedAt, at, missingCount - at - 1);
            missingCount--;
        }
    }
}
