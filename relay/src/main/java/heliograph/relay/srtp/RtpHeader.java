package heliograph.relay.srtp;

/** What SRTP must know of an RTP header (RFC 3550, section 5.1) that a stranger may have written. Any thread. */
final class RtpHeader {
    private RtpHeader() {}

    /** With CSRCs and extension; -1, if it is not RTP of version 2 or does not fit into the length. */
    static int length(byte[] packet, int offset, int length) {
        if (length < 12 || (packet[offset] & 0xC0) != 0x80) {
            return -1;
        }
        int header = 12 + 4 * (packet[offset] & 0x0F);
        if ((packet[offset] & 0x10) != 0) {
            if (length < header + 4) {
                return -1;
            }
            int words = (packet[offset + header + 2] & 0xFF) << 8 | (packet[offset + header + 3] & 0xFF);
            header += 4 + 4 * words;
        }
        return header <= length ? header : -1;
    }

    static int sequenceNumber(byte[] packet, int offset) {
        return (packet[offset + 2] & 0xFF) << 8 | (packet[offset + 3] & 0xFF);
    }

    static int int32(byte[] packet, int at) {
        return (packet[at] & 0xFF) << 24
                | (packet[at + 1] & 0xFF) << 16
                | (packet[at + 2] & 0xFF) << 8
                | (packet[at + 3] & 0xFF);
    }
}
