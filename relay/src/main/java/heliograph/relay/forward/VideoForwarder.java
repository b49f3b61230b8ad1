package heliograph.relay.forward;

import heliograph.relay.Relay.Layer;
import org.jspecify.annotations.Nullable;

/**
 * One viewer's video: begins at a key frame, goes from one source to another at a key frame, and after a gap of our own making goes on
 * at one. On the thread of the viewer's worker.
 */
final class VideoForwarder {
    private final OutgoingStream stream;
    private final Pacer pacer = new Pacer(this::sendNow);
    private Layer target = Layer.FULL;
    /** Nothing is sent before a key frame comes. */
    private boolean waiting = true;
    /** It has to be one of the target: what is sent until then is too much for this viewer. */
    private boolean onlyTarget;

    /** What was sent does not come any more, so any key frame will do. */
    private boolean lostSource;

    private boolean played;
    private long frames;
    private long dropped;

    VideoForwarder(OutgoingStream stream) {
        this.stream = stream;
    }

    OutgoingStream stream() {
        return stream;
    }

    void forward(SourcePacket packet, long now) {
        if (packet.keyFrameStart && stream.takes(packet.source) && isNext(packet.source)) {
            pacer.flush(now);
            stream.begin(packet);
            waiting = false;
            onlyTarget = false;
            lostSource = false;
        }
        if (packet.source != stream.source()) {
            return;
        }
        if (waiting) {
            dropped++;
        } else {
            pacer.send(packet, now);
        }
    }

    private boolean isNext(Source source) {
        Source current = stream.source();
        if (current == null) {
            return true;
        }
        if (lostSource) {
            return source != current;
        }
        if (source == current) {
            return waiting && !(onlyTarget && source.layer() != target);
        }
        if (source.layer() == current.layer()) {
            return source.isAfter(current) && !(onlyTarget && source.layer() != target);
        }
        return source.layer() == target;
    }

    private void sendNow(SourcePacket packet, long now) {
        if (stream.send(packet, now) && packet.marker) {
            frames++;
            played = true;
        }
    }

    /** This packet is left out for being late; the picture goes on at the next key frame. */
    void skip(SourcePacket packet) {
        if (packet.source == stream.source()) {
            dropped++;
            waiting = true;
            pacer.clear();
        }
    }

    /** Packets got lost before they came here; the picture goes on at the next key frame. */
    void skipAll() {
        waiting = true;
        pacer.clear();
    }

    /** Nothing more comes of this source: if it is the one that is sent, the picture goes on with the next key frame of any. */
    void ended(Source source) {
        if (source == stream.source()) {
            lostSource = true;
            waiting = true;
        }
    }

    /** Whether what was sent has ended, and nothing has taken its place. */
    boolean lostSource() {
        return lostSource;
    }

    /**
     * Another layer from its next key frame on.
     *
     * @param atOnce whether what is sent now is too much to go on with it until then
     */
    void turnTo(Layer layer, boolean atOnce) {
        target = layer;
        Source current = stream.source();
        if (atOnce && current != null && current.layer() != layer) {
            waiting = true;
            onlyTarget = true;
            pacer.clear();
        }
    }

    /** The target does not come: what there is will do. */
    void takeAny() {
        onlyTarget = false;
    }

    void run(long now) {
        pacer.run(now);
    }

    long due() {
        return pacer.due();
    }

    Layer target() {
        return target;
    }

    /** Of which layer the picture is now; null before the first. */
    @Nullable
    Layer layer() {
        Source source = stream.source();
        return source == null ? null : source.layer();
    }

    /** The layer of which a key frame is awaited; null: of none. */
    @Nullable
    Layer awaited() {
        Layer layer = layer();
        if (layer != target || waiting) {
            return target;
        }
        return null;
    }

    /** A whole picture is out. */
    boolean played() {
        return played;
    }

    long frames() {
        return frames;
    }

    long dropped() {
        return dropped;
    }
}
