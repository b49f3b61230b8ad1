package heliograph.broadcaster.studio.v4l2;

import heliograph.broadcaster.link.Camera;
import java.util.List;

/**
 * A camera that is plugged in.
 *
 * @param id where it is plugged in, so that it is the same after it was pulled and put back
 * @param node its {@code /dev/videoN} just now
 */
record V4l2Camera(String id, String name, String node, List<CaptureMode> modes) {
    V4l2Camera {
        modes = List.copyOf(modes);
    }

    /** As the desk sees it. */
    Camera forDesk() {
        return new Camera(id, name, CaptureMode.forPeople(modes));
    }
}
