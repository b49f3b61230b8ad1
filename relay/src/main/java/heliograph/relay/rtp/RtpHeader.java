package heliograph.relay.rtp;

import static heliograph.relay.rtp.NetworkOrder.i32;
import static heliograph.relay.rtp.NetworkOrder.u16;
import static heliograph.relay.rtp.NetworkOrder.u8;

/**
 * The header of an RTP packet (RFC 3550, section 5.1), and where the payload is. Made once and used for one packet after the
 * other by one thread.
 */
public final class RtpHeader {
    /** Without contributing sources and extensions. */
    public static final int FIXED_LENGTH = 12;

    private static final int VERSION_2 = 2;

    private boolean marker;
    private int payloadType;
    private int sequence;
    private int timestamp;
    private int ssrc;
    private int payloadOffset;
    private int payloadLength;

    /** Whether it is a packet; only then the rest has a meaning. */
    public boolean read(byte[] packet, int offset, int length) {
        if (length < FIXED_LENGTH || u8(packet, offset) >> 6 != VERSION_2) {
            return false;
        }
        int first = u8(packet, offset);
        int end = offset + length;
        int at = offset + FIXED_LENGTH + 4 * (first & 0x0f);
        if ((first & 0x10) != 0) {
            if (at + 4 > end) {
                return false;
            }
            at += 4 + 4 * u16(packet, at + 2);
        }
        int padding = 0;
        if ((first & 0x20) != 0) {
            padding = u8(packet, end - 1);
            if (padding == 0) {
                return false;
            }
        }
        if (at + padding > end) {
            return false;
        }
        marker = (packet[offset + 1] & 0x80) != 0;
        payloadType = packet[offset + 1] & 0x7f;
        sequence = u16(packet, offset + 2);
        timestamp = i32(packet, offset + 4);
        ssrc = i32(packet, offset + 8);
        payloadOffset = at;
        payloadLength = end - padding - at;
        return true;
    }

    public boolean marker() {
        return marker;
    }

    public int payloadType() {
        return payloadType;
    }

    public int sequence() {
        return sequence;
    }

    public int timestamp() {
        return timestamp;
    }

    public int ssrc() {
        return ssrc;
    }

    /** In the buffer that was read. */
    public int payloadOffset() {
        return payloadOffset;
    }

    /** Without padding; 0 for a packet that is nothing else. */
    public int payloadLength() {
        return payloadLength;
    }

    /** Writes a header without extensions and contributing sources; the rest follows. */
    public static int write(byte[] packet, boolean marker, int payloadType, int sequence, int timestamp, int ssrc) {
        NetworkOrder.put8(packet, 0, VERSION_2 << 6);
        NetworkOrder.put8(packet, 1, (marker ? 0x80 : 0) | payloadType);
        NetworkOrder.put16(packet, 2, sequence);
        NetworkOrder.put32(packet, 4, timestamp);
        NetworkOrder.put32(packet, 8, ssrc);
        return FIXED_LENGTH;
    }
}
