package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import org.jspecify.annotations.Nullable;

/** What to send: a broadcast, less where it goes. Immutable. */
public record Choice(
        Source camera,
        Source microphone,
        Broadcast.Video video,
        Broadcast.Processing processing,
        Broadcast.@Nullable UdpPorts udpPorts) {

    /** Whether there is anything to send. */
    public boolean silentAndDark() {
        return camera instanceof Source.None && microphone instanceof Source.None;
    }

    Broadcast in(Room room) {
        return new Broadcast(camera, microphone, video, processing, room.roomUri(), room.broadcasterToken(), udpPorts);
    }
}
