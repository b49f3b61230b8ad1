package heliograph.broadcaster.studio.v4l2;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import heliograph.broadcaster.link.BackOff;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.FeedListener;
import heliograph.broadcaster.studio.source.Thinning;
import heliograph.broadcaster.studio.source.Worker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A camera as a source: captures on a thread {@code camera}, and when the camera fails, says why and tries again, at
 * once when something was plugged in.
 */
public final class CameraSource implements Feed {
    private static final Logger log = LoggerFactory.getLogger(CameraSource.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final int WAIT_MILLIS = 100;
    private static final long SILENT_NANOS = 2_000_000_000;

    private final Consumer<VideoFrame> sink;
    private final Source.Device wanted;
    private final Broadcast.Video wish;
    private final FeedListener listener;
    private final BackOff backOff = new BackOff(FIRST_PAUSE, LONGEST_PAUSE);
    private final Worker worker;

    public CameraSource(Consumer<VideoFrame> sink, Source.Device wanted, Broadcast.Video wish, FeedListener listener) {
        this.sink = sink;
        this.wanted = wanted;
        this.wish = wish;
        this.listener = listener;
        this.worker = new Worker("camera", this::run).start();
    }

    private void run(Worker self) throws InterruptedException {
        Problem.@Nullable Kind before = null;
        while (self.running()) {
            Map<String, String> nodes = V4l2Cameras.nodes();
            Problem problem = capture(self);
            if (problem == null) {
                return;
            }
            // Pulled is what the user saw; that it is not there now is no news.
            if (problem.kind() != Problem.Kind.CAMERA_MISSING || before != Problem.Kind.CAMERA_LOST) {
                listener.trouble(problem);
                before = problem.kind();
            }
            long until = System.nanoTime() + backOff.next().toNanos();
            while (System.nanoTime() < until && nodes.equals(V4l2Cameras.nodes())) {
                if (!self.pause(LOOK_AGAIN)) {
                    return;
                }
            }
        }
    }

    /** Captures until it is to end, null, or until it cannot go on. */
    private @Nullable Problem capture(Worker self) {
        V4l2Cameras there = V4l2Cameras.look();
        V4l2Camera camera = there.find(wanted).orElse(null);
        if (camera == null) {
            // Another camera that may not be opened is no reason why this one is not there.
            return there.findDenied(wanted)
                    .map(DeniedCamera::problem)
                    .orElseGet(() -> problem(Problem.Kind.CAMERA_MISSING, null));
        }
        CaptureMode mode = CaptureMode.nearest(camera.modes(), wish).orElseThrow();
        boolean seen = false;
        try (V4l2Stream stream = V4l2Stream.open(camera.node(), mode)) {
            log.info(
                    "camera {}: {} {}x{} at {}",
                    camera.name(),
                    stream.format(),
                    stream.width(),
                    stream.height(),
                    stream.rate());
            Thinning thinning = new Thinning(stream.rate(), wish.rate());
            Conversion conversion = new Conversion(stream.format(), stream.width(), stream.height(), stream.rowBytes());
            long heard = System.nanoTime();
            while (self.running()) {
                if (stream.next(WAIT_MILLIS, picture -> push(picture, conversion, thinning, stream))) {
                    heard = System.nanoTime();
                    if (!seen) {
                        seen = true;
                        backOff.reset();
                        listener.flowing();
                    }
                } else if (System.nanoTime() - heard > SILENT_NANOS) {
                    return problem(Problem.Kind.CAMERA_SILENT, null);
                }
            }
            return null;
        } catch (ErrnoException e) {
            return problem(kind(e.errno(), seen), e.getMessage());
        } catch (RuntimeException | Error e) {
            return problem(Problem.Kind.CAMERA_FAILED, e.toString());
        }
    }

    /** Whether it was a picture; a broken one is left out, and a camera that sends no others counts as silent. */
    private boolean push(ByteBuffer picture, Conversion conversion, Thinning thinning, V4l2Stream stream) {
        if (!conversion.isWhole(picture)) {
            return false;
        }
        if (!thinning.take()) {
            return true;
        }
        NativeI420Buffer buffer = NativeI420Buffer.allocate(stream.width(), stream.height());
        try {
            conversion.convert(picture, buffer);
            sink.accept(new VideoFrame(buffer, System.nanoTime()));
            return true;
        } catch (Exception e) {
            log.debug("camera {}: a picture left out", wanted.name(), e);
            return false;
        } finally {
            buffer.release();
        }
    }

    private static Problem.Kind kind(int errno, boolean seen) {
        return switch (errno) {
            case ErrnoException.EBUSY -> Problem.Kind.CAMERA_BUSY;
            case ErrnoException.EACCES, ErrnoException.EPERM -> Problem.Kind.CAMERA_DENIED;
            case ErrnoException.ENODEV, ErrnoException.ENXIO, ErrnoException.ENOENT ->
                seen ? Problem.Kind.CAMERA_LOST : Problem.Kind.CAMERA_MISSING;
            default -> Problem.Kind.CAMERA_FAILED;
        };
    }

    private Problem problem(Problem.Kind kind, @Nullable String detail) {
        return new Problem(kind, wanted.name(), detail);
    }

    @Override
    public void close() {
        worker.close();
    }
}
