package heliograph.broadcaster.studio.device;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import dev.onvoid.webrtc.media.video.VideoDevice;
import dev.onvoid.webrtc.media.video.VideoDeviceSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import heliograph.broadcaster.link.BackOff;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.FeedListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A camera as a source through libwebrtc's module, which tells of nothing: started, watched for frames and started again
 * on thread {@code studio}, its frames passed on from libwebrtc's thread.
 */
public final class DeviceCameraSource implements Feed {
    private static final long SILENT_NANOS = 2_000_000_000L;

    private final PeerConnectionFactory factory;
    private final Consumer<VideoFrame> sink;
    private final Source.Device wanted;
    private final Broadcast.Video wish;
    private final ScheduledExecutorService studio;
    private final FeedListener listener;
    private final BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(5));
    private final AtomicLong seenNanos = new AtomicLong();
    private final VideoTrackSink passOn = this::passOn;
    private @Nullable VideoDeviceSource source;
    private @Nullable VideoTrack track;
    private @Nullable ScheduledFuture<?> next;
    private boolean flowing;
    private boolean closed;

    public DeviceCameraSource(
            PeerConnectionFactory factory,
            Consumer<VideoFrame> sink,
            Source.Device wanted,
            Broadcast.Video wish,
            ScheduledExecutorService studio,
            FeedListener listener) {
        this.factory = factory;
        this.sink = sink;
        this.wanted = wanted;
        this.wish = wish;
        this.studio = studio;
        this.listener = listener;
        later(0, this::open);
    }

    private void open() {
        Optional<VideoDevice> device = MediaDevices.getVideoCaptureDevices().stream()
                .filter(d -> wanted.id().isEmpty()
                        ? d.getName().equals(wanted.name())
                        : d.getDescriptor().equals(wanted.id()))
                .findFirst();
        if (device.isEmpty()) {
            again(Problem.Kind.CAMERA_MISSING, null);
            return;
        }
        try {
            VideoDeviceSource opened = new VideoDeviceSource();
            source = opened;
            opened.setVideoCaptureDevice(device.get());
            opened.setVideoCaptureCapability(new VideoCaptureCapability(wish.width(), wish.height(), wish.rate()));
            track = factory.createVideoTrack("camera", opened);
            track.addSink(passOn);
            flowing = false;
            seenNanos.set(System.nanoTime());
            opened.start();
            later(100, this::watch);
        } catch (RuntimeException | Error e) {
            again(Problem.Kind.CAMERA_FAILED, e.toString());
        }
    }

    private void watch() {
        if (System.nanoTime() - seenNanos.get() > SILENT_NANOS) {
            again(Problem.Kind.CAMERA_SILENT, null);
            return;
        }
        later(100, this::watch);
    }

    private void again(Problem.Kind kind, @Nullable String detail) {
        release();
        listener.trouble(new Problem(kind, wanted.name(), detail));
        later(backOff.next().toMillis(), this::open);
    }

    /** On libwebrtc's thread: nothing may be thrown there. */
    private void passOn(VideoFrame frame) {
        try {
            seenNanos.set(System.nanoTime());
            sink.accept(frame);
            if (!flowing) {
                flowing = true;
                listener.flowing();
            }
        } catch (RuntimeException | Error e) {
            flowing = false;
        } finally {
            frame.release();
        }
    }

    private void later(long millis, Runnable step) {
        next = studio.schedule(
                () -> {
                    if (!closed) {
                        step.run();
                    }
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void release() {
        if (source != null) {
            source.stop();
        }
        if (track != null) {
            track.removeSink(passOn);
            track.dispose();
            track = null;
        }
        if (source != null) {
            source.dispose();
            source = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        if (next != null) {
            next.cancel(false);
        }
        release();
    }
}
