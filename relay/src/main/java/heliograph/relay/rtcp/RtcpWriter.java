package heliograph.relay.rtcp;

import static heliograph.relay.rtp.NetworkOrder.put16;
import static heliograph.relay.rtp.NetworkOrder.put24;
import static heliograph.relay.rtp.NetworkOrder.put32;
import static heliograph.relay.rtp.NetworkOrder.put8;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes one compound RTCP packet after the other (RFC 3550, section 6.1) into the same buffer. Used by one thread. */
public final class RtcpWriter {
    /** More than is ever written at once. */
    private static final int CAPACITY = 1024;

    private static final int MOST_NACKS = 64;
    private static final int MANTISSA_BITS = 18;

    private final byte[] bytes = new byte[CAPACITY];
    private int length;
    private int blocksOf;

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Begins another packet. */
    public RtcpWriter begin() {
        length = 0;
        return this;
    }

    /** RFC 3550, section 6.4.1, without reception reports. */
    public RtcpWriter senderReport(int ssrc, long ntp, int timestamp, long packets, long octets) {
        int at = header(0, RtcpReader.SENDER_REPORT, 28);
        put32(bytes, at + 4, ssrc);
        put32(bytes, at + 8, (int) (ntp >>> 32));
        put32(bytes, at + 12, (int) ntp);
        put32(bytes, at + 16, timestamp);
        put32(bytes, at + 20, (int) packets);
        put32(bytes, at + 24, (int) octets);
        return this;
    }

    /** RFC 3550, section 6.4.2; {@link #receptionReport} adds to it. */
    public RtcpWriter receiverReport(int ssrc) {
        blocksOf = header(0, RtcpReader.RECEIVER_REPORT, 8);
        put32(bytes, blocksOf + 4, ssrc);
        return this;
    }

    /** One more to the receiver report that was just begun. */
    public RtcpWriter receptionReport(
            int ssrc, int fractionLost, int lost, int highest, int jitter, int lastReport, int delay) {
        int at = length;
        put32(bytes, at, ssrc);
        put8(bytes, at + 4, fractionLost);
        put24(bytes, at + 5, lost);
        put32(bytes, at + 8, highest);
        put32(bytes, at + 12, jitter);
        put32(bytes, at + 16, lastReport);
        put32(bytes, at + 20, delay);
        length += 24;
        bytes[blocksOf]++;
        put16(bytes, blocksOf + 2, (length - blocksOf) / 4 - 1);
        return this;
    }

    /** RFC 3550, section 6.5: the canonical name, the same for all streams that belong together. */
    public RtcpWriter canonicalName(int ssrc, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        // The item and at least one octet of zero behind it, to the next multiple of four.
        int size = 8 + (2 + text.length + 1 + 3) / 4 * 4;
        int at = header(1, RtcpReader.SOURCE_DESCRIPTION, size);
        put32(bytes, at + 4, ssrc);
        put8(bytes, at + 8, 1);
        put8(bytes, at + 9, text.length);
        System.arraycopy(text, 0, bytes, at + 10, text.length);
        Arrays.fill(bytes, at + 10 + text.length, at + size, (byte) 0);
        return this;
    }

    /**
     * RFC 3611, section 4.5: to one who told its time, which is answered at once. A delay of zero is one, and not the word for no report
     * (that is a time of zero): what this waited here, a request for a lost packet waits as well, and so it belongs to the round trip
     * after which it is asked for again.
     *
     * @param receiver who told it
     * @param ntp what it told
     */
    public RtcpWriter delaySinceReferenceTime(int sender, int receiver, long ntp) {
        int at = header(0, RtcpReader.EXTENDED_REPORT, 24);
        put32(bytes, at + 4, sender);
        put8(bytes, at + 8, RtcpReader.DELAY_SINCE_REFERENCE_TIME);
        put8(bytes, at + 9, 0);
        put16(bytes, at + 10, 3);
        put32(bytes, at + 12, receiver);
        put32(bytes, at + 16, (int) (ntp >>> 16));
        put32(bytes, at + 20, 0);
        return this;
    }

    /** RFC 4585, section 6.3.1. */
    public RtcpWriter pictureLoss(int sender, int ssrc) {
        feedback(RtcpReader.PICTURE_LOSS, RtcpReader.PAYLOAD_FEEDBACK, 12, sender, ssrc);
        return this;
    }

    /** RFC 4585, section 6.2.1: these packets are missing, in the order of their numbers. */
    public RtcpWriter nack(int sender, int ssrc, int[] sequences, int count) {
        int at = feedback(RtcpReader.GENERIC_NACK, RtcpReader.TRANSPORT_FEEDBACK, 12, sender, ssrc);
        int entries = 0;
        int i = 0;
        while (i < count && entries < MOST_NACKS) {
            int first = sequences[i++];
            int following = 0;
            while (i < count && ((sequences[i] - first - 1) & 0xffff) < 16) {
                following |= 1 << ((sequences[i++] - first - 1) & 0xffff);
            }
            put16(bytes, length, first);
            put16(bytes, length + 2, following);
            length += 4;
            entries++;
        }
        put16(bytes, at + 2, (length - at) / 4 - 1);
        return this;
    }

    /** How much of this stream can be taken (draft-alvestrand-rmcat-remb). */
    public RtcpWriter maximumBitrate(int sender, long bitsPerSecond, int ssrc) {
        int at = feedback(RtcpReader.APPLICATION_LAYER, RtcpReader.PAYLOAD_FEEDBACK, 24, sender, 0);
        int exponent = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(bitsPerSecond) - MANTISSA_BITS);
        put32(bytes, at + 12, RtcpReader.REMB);
        put32(bytes, at + 16, (1 << 24) | (exponent << MANTISSA_BITS) | (int) (bitsPerSecond >> exponent));
        put32(bytes, at + 20, ssrc);
        return this;
    }

    private int feedback(int format, int type, int size, int sender, int ssrc) {
        int at = header(format, type, size);
        put32(bytes, at + 4, sender);
        put32(bytes, at + 8, ssrc);
        return at;
    }

    private int header(int count, int type, int size) {
        int at = length;
        put8(bytes, at, (2 << 6) | count);
        put8(bytes, at + 1, type);
        put16(bytes, at + 2, size / 4 - 1);
        length += size;
        return at;
    }
}
