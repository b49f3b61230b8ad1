package heliograph.broadcaster.studio.picture;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.studio.source.Worker;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast's picture that never stands still, whichever source it has just now and whether that gives any: passes
 * frames on, and on a thread {@code slate} sends a slate where there are none. {@link #push} on any thread.
 */
public final class SteadyPicture implements AutoCloseable {
    private static final Duration TURN = Duration.ofMillis(SlateRule.TURN_MILLIS);

    private record Key(int width, int height, String word) {}

    private final Consumer<VideoFrame> sink;
    private final Worker worker;
    private final SlateRule rule = new SlateRule();
    private Broadcast.Slate words;
    private int width;
    private int height;
    private @Nullable Key painted;
    private @Nullable Canvas slate;

    public SteadyPicture(Consumer<VideoFrame> sink, Broadcast broadcast) {
        this.sink = sink;
        this.words = broadcast.slate();
        this.width = broadcast.video().width();
        this.height = broadcast.video().height();
        this.worker = new Worker("slate", this::run);
        rule.expect(rate(broadcast));
        rule.hide(broadcast.withheld().picture());
    }

    /** From now on there is a picture. */
    public void start() {
        worker.start();
    }

    /** Other choices. */
    public synchronized void change(Broadcast next) {
        words = next.slate();
        rule.expect(rate(next));
        rule.hide(next.withheld().picture());
    }

    private static int rate(Broadcast broadcast) {
        return broadcast.camera() instanceof Source.None ? 0 : broadcast.video().rate();
    }

    /** A source's frame; it stays the source's to release. */
    public synchronized void push(VideoFrame frame) {
        if (worker.running()) {
            width = frame.buffer.getWidth();
            height = frame.buffer.getHeight();
            if (rule.picture()) {
                sink.accept(frame);
            }
        }
    }

    /** The source says that no frame will come for now. */
    public synchronized void lost(Problem.Kind why) {
        rule.lost(
                switch (why) {
                    case CAMERA_LOST, CAMERA_MISSING -> SlateRule.Reason.DISCONNECTED;
                    default -> SlateRule.Reason.UNAVAILABLE;
                });
    }

    private void run(Worker self) throws InterruptedException {
        // Fonts take their time when they are first asked for: not when a slate is needed.
        painted(key(SlateRule.Reason.DISCONNECTED));
        while (self.pause(TURN)) {
            turn();
        }
    }

    private void turn() {
        Key key = due();
        if (key != null) {
            // Painted outside of the lock: the camera, should it come back, does not wait.
            push(key, painted(key));
        }
    }

    private synchronized @Nullable Key due() {
        SlateRule.Reason reason = rule.turn();
        return reason == null ? null : key(reason);
    }

    private synchronized Key key(SlateRule.Reason reason) {
        return new Key(
                width,
                height,
                switch (reason) {
                    case DISCONNECTED -> words.disconnected();
                    case UNAVAILABLE -> words.unavailable();
                    case HIDDEN -> words.hidden();
                });
    }

    /** On the worker's thread alone. */
    private Canvas painted(Key key) {
        Canvas known = slate;
        if (known == null || !key.equals(painted)) {
            known = Slate.paint(key.width(), key.height(), key.word());
            slate = known;
            painted = key;
        }
        return known;
    }

    private void push(Key key, Canvas canvas) {
        NativeI420Buffer buffer = NativeI420Buffer.allocate(key.width(), key.height());
        try {
            Canvas.of(buffer).copyFrom(canvas);
            synchronized (this) {
                if (worker.running() && rule.isOut()) {
                    sink.accept(new VideoFrame(buffer, System.nanoTime()));
                }
            }
        } finally {
            buffer.release();
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
