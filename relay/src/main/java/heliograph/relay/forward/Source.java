package heliograph.relay.forward;

import heliograph.relay.Relay.Layer;
import heliograph.relay.rtp.Codec;

/**
 * One stream from the studio, as all who forward it see it: what it is, its time, its recent packets, its rate. Any thread.
 */
final class Source {
    private final long generation;
    private final Layer layer;
    private final Codec codec;
    private final boolean alone;
    private final TrackTime time;
    private final PacketStore store = new PacketStore();
    private final Bitrate bitrate = new Bitrate();

    /**
     * Takes all that it needs.
     *
     * @param generation higher than that of each source before it
     * @param alone whether the studio sends nothing beside it
     */
    Source(long generation, Layer layer, Codec codec, boolean alone) {
        this.generation = generation;
        this.layer = layer;
        this.codec = codec;
        this.alone = alone;
        this.time = new TrackTime(codec.clockRate());
    }

    Layer layer() {
        return layer;
    }

    Codec codec() {
        return codec;
    }

    /** Whether it is all that the studio sends. */
    boolean isAlone() {
        return alone;
    }

    TrackTime time() {
        return time;
    }

    PacketStore store() {
        return store;
    }

    Bitrate bitrate() {
        return bitrate;
    }

    /** Whether it began after that one. */
    boolean isAfter(Source other) {
        return generation > other.generation;
    }
}
