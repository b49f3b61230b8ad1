package heliograph.broadcaster.studio.device;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import dev.onvoid.webrtc.media.video.VideoTrackSource;
import heliograph.broadcaster.link.BackOff;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.FeedListener;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A picture through one of libwebrtc's modules, which tell of nothing: started, watched for frames and started again
 * on thread {@code studio}, its frames passed on from libwebrtc's thread.
 */
public final class NativePicture implements Feed {
    /** What gives the picture. Used on thread {@code studio}. */
    public interface Opener {
        /** Ready to be started. */
        Module open() throws UnavailableException;

        /** What is wrong where it gives no frames. */
        Problem silent();

        /** What is wrong where it refused. */
        Problem failed(String why);
    }

    /** Something of libwebrtc's that is started and stopped; its classes share no type for that. */
    record Module(VideoTrackSource source, Runnable start, Runnable stop, Runnable dispose) {}

    /** There is nothing to be opened now. */
    static final class UnavailableException extends Exception {
        private final transient Problem problem;

        UnavailableException(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    private static final long SILENT_NANOS = 2_000_000_000L;

    private final PeerConnectionFactory factory;
    private final Consumer<VideoFrame> sink;
    private final Opener opener;
    private final ScheduledExecutorService studio;
    private final FeedListener listener;
    private final BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(5));
    private final AtomicLong seenNanos = new AtomicLong();
    private final VideoTrackSink passOn = this::passOn;
    private @Nullable Module module;
    private @Nullable VideoTrack track;
    private @Nullable ScheduledFuture<?> next;
    private boolean flowing;
    private boolean closed;

    public NativePicture(
            PeerConnectionFactory factory,
            Consumer<VideoFrame> sink,
            Opener opener,
            ScheduledExecutorService studio,
            FeedListener listener) {
        this.factory = factory;
        this.sink = sink;
        this.opener = opener;
        this.studio = studio;
        this.listener = listener;
        later(0, this::open);
    }

    private void open() {
        try {
            Module opened = opener.open();
            module = opened;
            track = factory.createVideoTrack("picture", opened.source());
            track.addSink(passOn);
            flowing = false;
            seenNanos.set(System.nanoTime());
            opened.start().run();
            later(100, this::watch);
        } catch (UnavailableException e) {
            again(e.problem());
        } catch (RuntimeException | Error e) {
            again(opener.failed(e.toString()));
        }
    }

    private void watch() {
        if (System.nanoTime() - seenNanos.get() > SILENT_NANOS) {
            again(opener.silent());
            return;
        }
        later(100, this::watch);
    }

    private void again(Problem problem) {
        release();
        listener.trouble(problem);
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
        if (module != null) {
            module.stop().run();
        }
        if (track != null) {
            track.removeSink(passOn);
            track.dispose();
            track = null;
        }
        if (module != null) {
            module.dispose().run();
            module = null;
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
