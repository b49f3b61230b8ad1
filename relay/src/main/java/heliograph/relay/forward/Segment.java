package heliograph.relay.forward;

/**
 * An unbroken part of what one viewer was sent, from one source: how its packets' numbers become this viewer's. Immutable.
 *
 * @param source where its packets are from
 * @param firstIndex of the source's packets
 * @param firstSequence which that one has with this viewer, counted on
 * @param ticks to be added to RTP's time
 * @param pictures to be added to VP8's picture id
 * @param layerIndices to be added to VP8's TL0PICIDX
 */
record Segment(Source source, long firstIndex, long firstSequence, int ticks, int pictures, int layerIndices) {
    long sequence(SourcePacket packet) {
        return packet.index - firstIndex + firstSequence;
    }

    long index(long sequence) {
        return sequence - firstSequence + firstIndex;
    }

    int timestamp(SourcePacket packet) {
        return (int) packet.time + ticks;
    }

    int pictureId(SourcePacket packet) {
        return (packet.pictureId + pictures) & (packet.widePictureId ? 0x7fff : 0x7f);
    }

    int layerIndex(SourcePacket packet) {
        return (packet.layerIndex + layerIndices) & 0xff;
    }
}
