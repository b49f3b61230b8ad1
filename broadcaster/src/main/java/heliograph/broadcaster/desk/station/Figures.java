package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;

/**
 * How large the picture is, and how much of the network each viewer's may take. Immutable.
 *
 * @param bitrate kbit/s, the most
 */
public record Figures(Camera.Mode mode, int bitrate) {

    public static Figures of(Broadcast.Video video) {
        return new Figures(new Camera.Mode(video.width(), video.height(), video.rate()), video.bitrate());
    }

    /** The same for a picture of this size and rate. */
    public Figures in(Camera.Mode other) {
        return new Figures(other, bitrate);
    }
}
