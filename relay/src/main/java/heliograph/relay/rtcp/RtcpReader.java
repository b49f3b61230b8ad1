package heliograph.relay.rtcp;

import static heliograph.relay.rtp.NetworkOrder.i32;
import static heliograph.relay.rtp.NetworkOrder.u16;
import static heliograph.relay.rtp.NetworkOrder.u32;
import static heliograph.relay.rtp.NetworkOrder.u8;

/**
 * Reads compound RTCP packets (RFC 3550, section 6.1; a single one as well, RFC 5506). One with a wrong length anywhere is none;
 * what is not known is passed over. Holds nothing; any thread.
 */
public final class RtcpReader {
    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int SOURCE_DESCRIPTION = 202;
    static final int TRANSPORT_FEEDBACK = 205;
    static final int PAYLOAD_FEEDBACK = 206;
    static final int EXTENDED_REPORT = 207;
    static final int REFERENCE_TIME = 4;
    static final int DELAY_SINCE_REFERENCE_TIME = 5;
    static final int GENERIC_NACK = 1;
    static final int PICTURE_LOSS = 1;
    static final int FULL_INTRA_REQUEST = 4;
    static final int APPLICATION_LAYER = 15;
    static final int REMB = ('R' << 24) | ('E' << 16) | ('M' << 8) | 'B';

    private static final int LOWEST_TYPE = 192;
    private static final int HIGHEST_TYPE = 223;
    private static final int VERSION_2 = 2;
    private static final int BLOCK = 24;
    private static final int SENDER_INFORMATION = 20;
    private static final int FEEDBACK_HEADER = 12;

    private RtcpReader() {}

    /** Tells the listener what stands there; nothing at all if it is no packet. */
    public static boolean read(byte[] bytes, int offset, int length, RtcpListener listener) {
        if (!wellFormed(bytes, offset, length)) {
            return false;
        }
        int end = offset + length;
        for (int at = offset; at < end; at += length(bytes, at)) {
            int packetEnd = at + length(bytes, at);
            if ((bytes[at] & 0x20) != 0) {
                packetEnd -= u8(bytes, packetEnd - 1);
            }
            readOne(bytes, at, packetEnd, listener);
        }
        return true;
    }

    private static boolean wellFormed(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at + 4 <= end) {
            int next = at + length(bytes, at);
            int type = u8(bytes, at + 1);
            if (u8(bytes, at) >> 6 != VERSION_2 || type < LOWEST_TYPE || type > HIGHEST_TYPE || next > end) {
                return false;
            }
            if ((bytes[at] & 0x20) != 0) {
                int padding = u8(bytes, next - 1);
                // RFC 3550, section 6.4.1: only the last has any, a multiple of four.
                if (next != end || padding == 0 || padding % 4 != 0 || at + 4 + padding > next) {
                    return false;
                }
            }
            at = next;
        }
        return length > 0 && at == end;
    }

    private static int length(byte[] bytes, int at) {
        return 4 + 4 * u16(bytes, at + 2);
    }

    private static void readOne(byte[] bytes, int at, int end, RtcpListener listener) {
        int count = bytes[at] & 0x1f;
        switch (u8(bytes, at + 1)) {
            case SENDER_REPORT -> {
                if (at + 8 + SENDER_INFORMATION <= end) {
                    long ntp = (u32(bytes, at + 8) << 32) | u32(bytes, at + 12);
                    listener.senderReport(i32(bytes, at + 4), ntp, i32(bytes, at + 16));
                    readBlocks(bytes, at + 8 + SENDER_INFORMATION, end, count, listener);
                }
            }
            case RECEIVER_REPORT -> readBlocks(bytes, at + 8, end, count, listener);
            case TRANSPORT_FEEDBACK -> {
                if (count == GENERIC_NACK) {
                    for (int nack = at + FEEDBACK_HEADER; nack + 4 <= end; nack += 4) {
                        listener.nack(i32(bytes, at + 8), u16(bytes, nack), u16(bytes, nack + 2));
                    }
                }
            }
            case PAYLOAD_FEEDBACK -> {
                if (at + FEEDBACK_HEADER <= end) {
                    readPayloadFeedback(bytes, at, end, count, listener);
                }
            }
            case EXTENDED_REPORT -> readExtendedBlocks(bytes, at, end, listener);
            default -> {}
        }
    }

    /** RFC 3611, section 3: each block has its type, and its length in words. */
    private static void readExtendedBlocks(byte[] bytes, int packet, int end, RtcpListener listener) {
        for (int at = packet + 8; at + 4 <= end; at += length(bytes, at)) {
            if (u8(bytes, at) == REFERENCE_TIME && length(bytes, at) == 12 && at + 12 <= end) {
                listener.referenceTime(i32(bytes, packet + 4), (u32(bytes, at + 4) << 32) | u32(bytes, at + 8));
            }
        }
    }

    private static void readBlocks(byte[] bytes, int offset, int end, int count, RtcpListener listener) {
        int at = offset;
        for (int i = 0; i < count && at + BLOCK <= end; i++, at += BLOCK) {
            listener.receptionReport(
                    i32(bytes, at),
                    u8(bytes, at + 4),
                    i32(bytes, at + 4) << 8 >> 8,
                    i32(bytes, at + 8),
                    i32(bytes, at + 16),
                    u32(bytes, at + 20));
        }
    }

    private static void readPayloadFeedback(byte[] bytes, int at, int end, int format, RtcpListener listener) {
        switch (format) {
            case PICTURE_LOSS -> listener.keyFrameRequest(i32(bytes, at + 8));
            case FULL_INTRA_REQUEST -> {
                for (int entry = at + FEEDBACK_HEADER; entry + 8 <= end; entry += 8) {
                    listener.keyFrameRequest(i32(bytes, entry));
                }
            }
            case APPLICATION_LAYER -> {
                if (at + FEEDBACK_HEADER + 8 <= end && i32(bytes, at + FEEDBACK_HEADER) == REMB) {
                    int rate = i32(bytes, at + FEEDBACK_HEADER + 4);
                    int exponent = (rate >> 18) & 0x3f;
                    long mantissa = rate & 0x3ffff;
                    // 18 digits of 63 are left for what no link has.
                    listener.maximumBitrate(exponent > 44 ? Long.MAX_VALUE : mantissa << exponent);
                }
            }
            default -> {}
        }
    }
}
