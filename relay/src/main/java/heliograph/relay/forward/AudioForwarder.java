package heliograph.relay.forward;

/** One viewer's sound: everything, from the newest source. On the thread of the viewer's worker. */
final class AudioForwarder {
    private final OutgoingStream stream;

    AudioForwarder(OutgoingStream stream) {
        this.stream = stream;
    }

    OutgoingStream stream() {
        return stream;
    }

    void forward(SourcePacket packet, long now) {
        Source current = stream.source();
        if (current == null || packet.source.isAfter(current)) {
            stream.begin(packet);
        } else if (packet.source != current) {
            return;
        }
        stream.send(packet, now);
    }
}
