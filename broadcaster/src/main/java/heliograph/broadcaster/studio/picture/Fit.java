package heliograph.broadcaster.studio.picture;

import dev.onvoid.webrtc.media.video.VideoFrameBuffer;

/**
 * A size that a picture is scaled to. Immutable; any thread.
 *
 * @param width even, since colour has half of it
 * @param height likewise
 */
public record Fit(int width, int height) {
    /** So large as it may be, but never larger than it is, in the shape that it has. */
    public static Fit into(int mostWidth, int mostHeight, int width, int height) {
        double factor = Math.min(1, Math.min((double) mostWidth / width, (double) mostHeight / height));
        return new Fit(even(width * factor, width), even(height * factor, height));
    }

    private static int even(double pixels, int most) {
        return Math.max(2, Math.min((int) Math.round(pixels / 2), most / 2) * 2);
    }

    /** A picture of its own in this size, by libyuv; the caller's to release. */
    public VideoFrameBuffer scaled(VideoFrameBuffer full) {
        return full.cropAndScale(0, 0, full.getWidth(), full.getHeight(), width, height);
    }
}
