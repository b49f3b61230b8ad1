package heliograph.broadcaster.studio.peer;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.VideoCodec;
import heliograph.signaling.protocol.IceServer;
import heliograph.signaling.protocol.Layer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every peer of a broadcast is made with.
 *
 * @param video whether there is a picture
 * @param audio whether there is sound
 * @param codec the video codec that is wished for
 * @param bitrate of the video, in kbit/s
 * @param scaleDown what the picture's width and height are divided by
 * @param onThisMachine the viewer is the relay, on this machine's loopback
 * @param udpPorts the local ports for media; null: any
 * @param iceServers from the room
 */
public record PeerSettings(
        boolean video,
        boolean audio,
        VideoCodec codec,
        int bitrate,
        double scaleDown,
        boolean onThisMachine,
        Broadcast.@Nullable UdpPorts udpPorts,
        List<IceServer> iceServers) {
    public PeerSettings {
        iceServers = List.copyOf(iceServers);
    }

    /** For a viewer of this broadcast, in its full size. */
    public static PeerSettings of(Broadcast broadcast, List<IceServer> iceServers) {
        return new PeerSettings(
                broadcast.sendsVideo(),
                broadcast.sendsAudio(),
                broadcast.video().codec(),
                broadcast.video().bitrate(),
                1,
                false,
                broadcast.udpPorts(),
                iceServers);
    }

    /** The same for what is asked for; null: a viewer. The relay is reached without asking any server for a way. */
    PeerSettings of(@Nullable Layer layer) {
        if (layer == null) {
            return this;
        }
        return switch (layer) {
            case FULL -> new PeerSettings(video, audio, codec, bitrate, 1, true, null, List.of());
            // A quarter of the picture's area.
            case HALF -> new PeerSettings(video, audio, codec, bitrate / 4, 2, true, null, List.of());
        };
    }

    /** Whether there is anything that somebody with this offer gets. */
    boolean sendsTo(OfferedSdp offer) {
        return sendsVideoTo(offer) || sendsAudioTo(offer);
    }

    boolean sendsVideoTo(OfferedSdp offer) {
        return video && offer.receives("video");
    }

    boolean sendsAudioTo(OfferedSdp offer) {
        return audio && offer.receives("audio");
    }
}
