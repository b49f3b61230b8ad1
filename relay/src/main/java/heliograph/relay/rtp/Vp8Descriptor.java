package heliograph.relay.rtp;

import static heliograph.relay.rtp.NetworkOrder.u16;
import static heliograph.relay.rtp.NetworkOrder.u8;

/**
 * What stands before VP8 in a packet (RFC 7741, section 4.2). Made once and used for one packet after the other by one thread.
 */
public final class Vp8Descriptor {
    /** What {@link #pictureIdAt} and {@link #layerIndexAt} say when there is none. */
    public static final int NONE = -1;

    private int pictureIdAt;
    private boolean widePictureId;
    private int pictureId;
    private int layerIndexAt;
    private int layerIndex;
    private boolean keyFrameStart;

    /** Whether it is one, with something of a picture behind it; only then the rest has a meaning. */
    public boolean read(byte[] bytes, int offset, int length) {
        int end = offset + length;
        pictureIdAt = NONE;
        layerIndexAt = NONE;
        pictureId = 0;
        layerIndex = 0;
        widePictureId = false;
        if (length < 2) {
            return false;
        }
        int first = u8(bytes, offset);
        int at = offset + 1;
        if ((first & 0x80) != 0) {
            int extension = u8(bytes, at++);
            if ((extension & 0x80) != 0) {
                if (at + 2 > end) {
                    return false;
                }
                pictureIdAt = at - offset;
                widePictureId = bytes[at] < 0;
                pictureId = widePictureId ? u16(bytes, at) & 0x7fff : u8(bytes, at);
                at += widePictureId ? 2 : 1;
            }
            if ((extension & 0x40) != 0) {
                if (at >= end) {
                    return false;
                }
                layerIndexAt = at - offset;
                layerIndex = u8(bytes, at++);
            }
            if ((extension & 0x30) != 0) {
                at++;
            }
        }
        if (at >= end) {
            return false;
        }
        boolean pictureStart = (first & 0x10) != 0 && (first & 0x07) == 0;
        // RFC 7741, section 4.3: the lowest bit of the first octet says that it is not a key frame.
        keyFrameStart = pictureStart && (bytes[at] & 1) == 0;
        return true;
    }

    /** Where the picture id stands, from the payload's start. */
    public int pictureIdAt() {
        return pictureIdAt;
    }

    /** Whether the picture id has 15 bits; else 7. */
    public boolean widePictureId() {
        return widePictureId;
    }

    public int pictureId() {
        return pictureId;
    }

    /** Where TL0PICIDX stands, from the payload's start. */
    public int layerIndexAt() {
        return layerIndexAt;
    }

    public int layerIndex() {
        return layerIndex;
    }

    /** Whether a key frame begins with this packet. */
    public boolean keyFrameStart() {
        return keyFrameStart;
    }
}
