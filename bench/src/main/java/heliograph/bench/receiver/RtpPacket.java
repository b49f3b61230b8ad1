package heliograph.bench.receiver;

import java.nio.ByteBuffer;

/**
 * The header of an RTP packet (RFC 3550, section 5.1), and where its payload is; a value.
 *
 * @param payload where it begins
 * @param size how long it is, without padding
 */
record RtpPacket(int type, boolean marker, int sequence, long timestamp, int ssrc, int payload, int size) {
    /** False where it is no RTP at all. */
    static boolean is(byte[] packet, int length) {
        return length >= 12 && (packet[0] & 0xC0) == 0x80;
    }

    static int ssrc(byte[] packet) {
        return ByteBuffer.wrap(packet).getInt(8);
    }

    /** Of a packet without protection; its size is negative if it says more than it has. */
    static RtpPacket parse(byte[] packet, int offset, int length) {
        ByteBuffer in = ByteBuffer.wrap(packet);
        int payload = 12 + 4 * (packet[offset] & 0x0f);
        if ((packet[offset] & 0x10) != 0 && payload + 4 <= length) {
            payload += 4 + 4 * (in.getShort(offset + payload + 2) & 0xffff);
        }
        int padding = (packet[offset] & 0x20) != 0 ? packet[offset + length - 1] & 0xff : 0;
        return new RtpPacket(
                packet[offset + 1] & 0x7f,
                (packet[offset + 1] & 0x80) != 0,
                in.getShort(offset + 2) & 0xffff,
                in.getInt(offset + 4) & 0xffffffffL,
                in.getInt(offset + 8),
                offset + payload,
                length - payload - padding);
    }

    /** Whether a VP8 key frame begins with this payload (RFC 7741, sections 4.2 and 4.3). */
    static boolean beginsKeyFrame(byte[] packet, int at, int size) {
        if (size < 2 || (packet[at] & 0x17) != 0x10) {
            return false;
        }
        int header = at + 1;
        if ((packet[at] & 0x80) != 0) {
            int extension = packet[header++];
            if ((extension & 0x80) != 0 && header < at + size) {
                header += (packet[header] & 0x80) != 0 ? 2 : 1;
            }
            header += (extension & 0x40) != 0 ? 1 : 0;
            header += (extension & 0x30) != 0 ? 1 : 0;
        }
        return header < at + size && (packet[header] & 0x01) == 0;
    }
}
