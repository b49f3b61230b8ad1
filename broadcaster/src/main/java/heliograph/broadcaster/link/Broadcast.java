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
 * @param slate what viewers read where there is no picture
 * @param withheld what viewers are not to see or hear for now
 */
public record Broadcast(
        Source camera,
        Source microphone,
        Video video,
        Processing processing,
        URI room,
        String token,
        @Nullable UdpPorts udpPorts,
        Slate slate,
        Withheld withheld) {

    /** Pixels, frames a second, kbit/s. */
    public record Video(int width, int height, int rate, int bitrate, VideoCodec codec) {
        /** Whether a source need not be opened anew for the other. */
        public boolean sameFrames(Video other) {
            return width == other.width && height == other.height && rate == other.rate;
        }
    }

    /** libwebrtc's processing of a microphone. */
    public record Processing(boolean echoCancellation, boolean noiseSuppression, boolean autoGainControl) {}

    /** The lowest and the highest local UDP port, both included. */
    public record UdpPorts(int min, int max) {}

    /**
     * What viewers read in the picture while there is none, in the broadcaster's language.
     *
     * @param disconnected the camera was pulled, or is not there
     * @param unavailable it is there, and no picture comes
     * @param hidden the broadcaster does not want to be seen
     */
    public record Slate(String disconnected, String unavailable, String hidden) {}

    /** The slate instead of the picture, silence instead of the sound; both stay tracks, and nothing is negotiated. */
    public record Withheld(boolean picture, boolean sound) {
        /** Everything is seen and heard. */
        public static final Withheld NOTHING = new Withheld(false, false);
    }

    /** Whether there is a track for a picture. */
    public boolean sendsVideo() {
        return !(camera instanceof Source.None);
    }

    /** Whether there is a track for sound. */
    public boolean sendsAudio() {
        return !(microphone instanceof Source.None);
    }

    /** What it is made from. */
    public Inputs inputs() {
        return new Inputs(camera, microphone, video, processing);
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Broadcast[camera=" + camera + ", microphone=" + microphone + ", video=" + video + ", room=" + room
                + "]";
    }
}
