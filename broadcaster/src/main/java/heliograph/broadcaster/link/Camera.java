package heliograph.broadcaster.link;

import java.util.List;

/**
 * A camera.
 *
 * @param id what the system knows it by; unique
 * @param name for people
 * @param modes sizes and rates, best first; empty where the system does not say
 */
public record Camera(String id, String name, List<Mode> modes) {
    public Camera {
        modes = List.copyOf(modes);
    }

    /** A size in pixels and a rate in frames a second. */
    public record Mode(int width, int height, int rate) {}
}
