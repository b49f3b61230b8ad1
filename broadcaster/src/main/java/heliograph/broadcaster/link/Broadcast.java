package heliograph.broadcaster.link;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the studio must know to go on air.
 *
 * @param camera where the picture comes from
 * @param microphone where the sound comes from
 * @param video size, rate, bitrate and codec
 * @param processing what libwebrtc does to a microphone's sound
 * @param room the signaling WebSocket to join, {@code ws:} or {@code wss:}
 * @param token the broadcaster's credential for it
 * @param udpPorts the local ports for media; null: any
 */
public record Broadcast(
        Source camera,
        Source microphone,
        Video video,
        Processing processing,
        URI room,
        String token,
        @Nullable UdpPorts udpPorts) {

    /** Pixels, frames a second, kbit/s. */
    public record Video(int width, int height, int rate, int bitrate, VideoCodec codec) {}

    /** libwebrtc's processing of a microphone. */
    public record Processing(boolean echoCancellation, boolean noiseSuppression, boolean autoGainControl) {}

    /** The lowest and the highest local UDP port, both included. */
    public record UdpPorts(int min, int max) {}

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Broadcast[camera=" + camera + ", microphone=" + microphone + ", video=" + video + ", room=" + room
                + "]";
    }
}
