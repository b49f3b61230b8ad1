package heliograph.broadcaster.studio.peer;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.VideoCodec;
import heliograph.signaling.protocol.IceServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every peer of a broadcast is made with.
 *
 * @param video whether there is a picture
 * @param audio whether there is sound
 * @param codec the video codec that is wished for
 * @param bitrate of the video, in kbit/s
 * @param udpPorts the local ports for media; null: any
 * @param iceServers from the room
 */
public record PeerSettings(
        boolean video,
        boolean audio,
        VideoCodec codec,
        int bitrate,
        Broadcast.@Nullable UdpPorts udpPorts,
        List<IceServer> iceServers) {
    public PeerSettings {
        iceServers = List.copyOf(iceServers);
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
