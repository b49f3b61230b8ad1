package heliograph.relay.forward;

import heliograph.relay.rtp.Vp8Descriptor;
import org.jspecify.annotations.Nullable;

/** One packet from the studio; all viewers and the store share it. Its fields and its bytes are never changed; any thread. */
final class SourcePacket {
    final Source source;
    /** The sequence number, counted on past its 16 bits. */
    final long index;
    /** RTP's time, counted on past its 32 bits. */
    final long time;

    final boolean marker;
    /** A key frame begins with it. */
    final boolean keyFrameStart;
    /** It is a part of a key frame. */
    final boolean ofKeyFrame;

    final long arrivedAt;
    /** Without padding; empty if there was nothing else. */
    final byte[] payload;

    /** Where the picture id stands in the payload; {@link Vp8Descriptor#NONE}: nowhere. */
    final int pictureIdAt;

    final boolean widePictureId;
    final int pictureId;
    /** Where TL0PICIDX stands in the payload; {@link Vp8Descriptor#NONE}: nowhere. */
    final int layerIndexAt;

    final int layerIndex;

    SourcePacket(
            Source source,
            long index,
            long time,
            boolean marker,
            boolean keyFrameStart,
            boolean ofKeyFrame,
            long arrivedAt,
            byte[] payload,
            @Nullable Vp8Descriptor descriptor) {
        this.source = source;
        this.index = index;
        this.time = time;
        this.marker = marker;
        this.keyFrameStart = keyFrameStart;
        this.ofKeyFrame = ofKeyFrame;
        this.arrivedAt = arrivedAt;
        this.payload = payload;
        this.pictureIdAt = descriptor == null ? Vp8Descriptor.NONE : descriptor.pictureIdAt();
        this.widePictureId = descriptor != null && descriptor.widePictureId();
        this.pictureId = descriptor == null ? 0 : descriptor.pictureId();
        this.layerIndexAt = descriptor == null ? Vp8Descriptor.NONE : descriptor.layerIndexAt();
        this.layerIndex = descriptor == null ? 0 : descriptor.layerIndex();
    }
}
