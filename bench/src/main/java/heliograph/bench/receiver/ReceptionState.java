package heliograph.bench.receiver;

/** What a receiver report says of one stream (RFC 3550, sections 6.4.1, A.3 and A.8). Lives on the thread {@code receivers}. */
final class ReceptionState {
    private final int ssrc;
    private final int clockRate;
    private boolean begun;
    private long first;
    private long highest;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private double jitter;
    private double transit;
    private int lastReport;
    private long lastReportAt;

    ReceptionState(int ssrc, int clockRate) {
        this.ssrc = ssrc;
        this.clockRate = clockRate;
    }

    int ssrc() {
        return ssrc;
    }

    void received(int sequence, long timestamp, long now) {
        if (!begun) {
            begun = true;
            first = sequence;
            highest = sequence;
            transit = now / 1e9 * clockRate - timestamp;
        }
        highest = Math.max(highest, highest + (short) (sequence - (int) highest));
        received++;
        double newTransit = now / 1e9 * clockRate - timestamp;
        // A timestamp that wrapped around says nothing of the way.
        if (Math.abs(newTransit - transit) < clockRate * 10.0) {
            jitter += (Math.abs(newTransit - transit) - jitter) / 16;
        }
        transit = newTransit;
    }

    /** The middle 32 bits of a sender report's NTP time. */
    void senderReported(int middle, long now) {
        lastReport = middle;
        lastReportAt = now;
    }

    /** A report block; what it says of loss is since the last one. */
    Rtcp.Block report(long now) {
        long expected = highest - first + 1;
        long lostNow = expected - expectedBefore - (received - receivedBefore);
        long expectedNow = expected - expectedBefore;
        expectedBefore = expected;
        receivedBefore = received;
        int fraction = expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, lostNow * 256 / expectedNow);
        int delay = lastReport == 0 ? 0 : (int) ((now - lastReportAt) * 65536 / 1_000_000_000L);
        return new Rtcp.Block(
                ssrc, fraction, (int) Math.max(0, expected - received), (int) highest, (int) jitter, lastReport, delay);
    }
}
