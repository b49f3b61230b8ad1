package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Camera.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sizes and rates: what there is to choose, and what comes nearest to a wish. Stateless; any thread. */
public final class Modes {
    /** For the test picture, and for a camera that does not say what it can do. */
    private static final List<Mode> USUAL = List.of(
            new Mode(1920, 1080, 30),
            new Mode(1920, 1080, 10),
            new Mode(1280, 720, 30),
            new Mode(960, 540, 30),
            new Mode(640, 480, 30),
            new Mode(640, 360, 30),
            new Mode(320, 240, 15));

    /** What a camera can do; the usual ones, and the wish among them, where there is no camera to ask. */
    public static List<Mode> of(Optional<Camera> camera, Mode wish) {
        List<Mode> known = camera.map(Camera::modes).orElse(List.of());
        if (!known.isEmpty()) {
            return known;
        }
        List<Mode> modes = new ArrayList<>(USUAL);
        if (!modes.contains(wish)) {
            modes.add(wish);
            modes.sort(Comparator.comparingInt(Modes::pixels)
                    .thenComparingInt(Mode::rate)
                    .reversed());
        }
        return modes;
    }

    /** The size goes before the rate: a picture of another shape is noticed first. */
    public static Mode nearest(List<Mode> modes, Mode wish) {
        return modes.stream()
                .min(Comparator.comparingInt((Mode mode) -> Math.abs(pixels(mode) - pixels(wish)))
                        .thenComparingInt(mode -> Math.abs(mode.width() - wish.width()))
                        .thenComparingInt(mode -> Math.abs(mode.rate() - wish.rate())))
                .orElse(wish);
    }

    private static int pixels(Mode mode) {
        return mode.width() * mode.height();
    }

    private Modes() {}
}
