package heliograph.broadcaster.studio.v4l2;

import heliograph.broadcaster.studio.source.Worker;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Notices cameras that come and go: looks each second, on a thread {@code camera-watch}, which nodes there are, and opens
 * them only when that has changed, because to open a camera wakes it up.
 */
public final class CameraWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofMillis(200);

    private final Consumer<V4l2Cameras> changed;

    private CameraWatch(Consumer<V4l2Cameras> changed) {
        this.changed = changed;
    }

    /** Tells what there is, first at once, then at each change, on its own thread; ends with the worker. */
    public static Worker start(Consumer<V4l2Cameras> changed) {
        return new Worker("camera-watch", new CameraWatch(changed)::run).start();
    }

    private void run(Worker self) throws InterruptedException {
        Map<String, String> nodes = V4l2Cameras.nodes();
        V4l2Cameras told = V4l2Cameras.look();
        changed.accept(told);
        while (self.pause(INTERVAL)) {
            Map<String, String> now = V4l2Cameras.nodes();
            if (now.equals(nodes)) {
                continue;
            }
            // A new node gets its rights a moment after it appears.
            if (!self.pause(SETTLE)) {
                return;
            }
            nodes = V4l2Cameras.nodes();
            V4l2Cameras looked = V4l2Cameras.look();
            if (!looked.equals(told)) {
                told = looked;
                changed.accept(looked);
            }
        }
    }
}
