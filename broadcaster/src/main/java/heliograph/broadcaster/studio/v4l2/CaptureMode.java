package heliograph.broadcaster.studio.v4l2;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a camera can do.
 *
 * @param format of the pixels
 * @param width pixels
 * @param height pixels
 * @param rate frames a second
 */
record CaptureMode(PixelFormat format, int width, int height, int rate) {
    private static final int SMOOTH = 20;

    /** The mode nearest to the wish: the same size before the same rate, and of equals the cheapest to convert. */
    static Optional<CaptureMode> nearest(List<CaptureMode> modes, Broadcast.Video wish) {
        return modes.stream()
                .min(Comparator.comparingInt((CaptureMode m) -> m.sizeAway(wish))
                        .thenComparingInt(m -> Math.abs(m.rate - wish.rate()))
                        .thenComparing(CaptureMode::format));
    }

    /** The sizes and rates for people: those that move smoothly first, then the largest. */
    static List<Camera.Mode> forPeople(List<CaptureMode> modes) {
        return modes.stream()
                .map(m -> new Camera.Mode(m.width, m.height, m.rate))
                .distinct()
                .sorted(Comparator.comparing((Camera.Mode m) -> m.rate() < SMOOTH)
                        .thenComparing(m -> -m.width() * m.height())
                        .thenComparing(m -> -m.rate()))
                .toList();
    }

    private int sizeAway(Broadcast.Video wish) {
        return Math.abs(width - wish.width()) + Math.abs(height - wish.height());
    }
}
