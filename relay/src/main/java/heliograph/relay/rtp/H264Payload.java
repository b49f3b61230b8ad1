package heliograph.relay.rtp;

import static heliograph.relay.rtp.NetworkOrder.u16;
import static heliograph.relay.rtp.NetworkOrder.u8;

/** What is in a packet of H.264 (RFC 6184, section 5). Holds nothing; any thread. */
public final class H264Payload {
    private static final int TYPE = 0x1f;
    private static final int IDR_SLICE = 5;
    private static final int SEQUENCE_PARAMETERS = 7;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;
    private static final int FU_START = 0x80;

    private H264Payload() {}

    /**
     * Whether a decoder can begin here: there are sequence parameters, or an instantaneous refresh begins. Of the packets of
     * one picture the first that says so is where it begins.
     */
    public static boolean keyFrameStart(byte[] bytes, int offset, int length) {
        if (length < 2) {
            return false;
        }
        int type = u8(bytes, offset) & TYPE;
        if (type == STAP_A) {
            return keyFrameInAggregate(bytes, offset + 1, offset + length);
        }
        if (type == FU_A) {
            int fragment = u8(bytes, offset + 1);
            return (fragment & FU_START) != 0 && starts(fragment & TYPE);
        }
        return starts(type);
    }

    private static boolean keyFrameInAggregate(byte[] bytes, int offset, int end) {
        int at = offset;
        while (at + 3 <= end) {
            int size = u16(bytes, at);
            if (size == 0 || at + 2 + size > end) {
                return false;
            }
            if (starts(u8(bytes, at + 2) & TYPE)) {
                return true;
            }
            at += 2 + size;
        }
        return false;
    }

    private static boolean starts(int type) {
        return type == SEQUENCE_PARAMETERS || type == IDR_SLICE;
    }
}
