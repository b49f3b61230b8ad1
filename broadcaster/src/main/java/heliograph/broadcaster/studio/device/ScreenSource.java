package heliograph.broadcaster.studio.device;

import com.sun.jna.Platform;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.VideoDesktopSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import heliograph.broadcaster.link.BackOff;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.studio.picture.Fit;
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.FeedListener;
import heliograph.broadcaster.studio.source.Thinning;
import heliograph.broadcaster.studio.source.Worker;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole screen as a source, scaled to fit into the size that is wished for, in the shape that it has. A thread {@code screen}
 * starts, watches and stops the capture; frames come on libwebrtc's, at the wished rate or somewhat below it, also while nothing
 * moves. A screen that gives none is told of and tried again.
 */
public final class ScreenSource implements Feed {
    private static final Logger log = LoggerFactory.getLogger(ScreenSource.class);
    /** All monitors, in libwebrtc's words. */
    private static final long WHOLE = -1;
    /** Stopping waits for the pause between two pictures. */
    private static final int SLOWEST = 5;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final long SILENT_NANOS = 2_000_000_000L;

    private final PeerConnectionFactory factory;
    private final Consumer<VideoFrame> sink;
    private final Broadcast.Video wish;
    private final int rate;
    private final Thinning thinning;
    private final FeedListener listener;
    private final BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(2));
    private final VideoTrackSink passOn = this::passOn;
    private final Worker worker;
    private volatile long seenNanos;
    private volatile boolean flowing;
    private volatile boolean closed;

    public ScreenSource(
            PeerConnectionFactory factory, Consumer<VideoFrame> sink, Broadcast.Video wish, FeedListener listener) {
        this.factory = factory;
        this.sink = sink;
        this.wish = wish;
        this.rate = Math.max(SLOWEST, wish.rate());
        this.thinning = new Thinning(rate, wish.rate());
        this.listener = listener;
        this.worker = new Worker("screen", this::run).start();
    }

    private void run(Worker self) throws InterruptedException {
        while (self.running()) {
            String failure = capture(self);
            if (failure == null) {
                return;
            }
            listener.trouble(new Problem(Problem.Kind.SCREEN_FAILED, null, failure));
            if (!self.pause(backOff.next())) {
                return;
            }
        }
    }

    /** Captures until it is to end, null, or until it cannot go on: why. */
    private @Nullable String capture(Worker self) throws InterruptedException {
        VideoDesktopSource source = null;
        VideoTrack track = null;
        try {
            if (Platform.isLinux() && !LibX11.answers()) {
                return "no X server answers";
            }
            source = new VideoDesktopSource();
            source.setSourceId(WHOLE, false);
            source.setFrameRate(rate);
            track = factory.createVideoTrack("screen", source);
            track.addSink(passOn);
            flowing = false;
            seenNanos = System.nanoTime();
            source.start();
            while (self.pause(LOOK_AGAIN)) {
                if (flowing) {
                    backOff.reset();
                }
                if (System.nanoTime() - seenNanos > SILENT_NANOS) {
                    return "no picture came for two seconds";
                }
            }
            return null;
        } catch (RuntimeException | Error e) {
            return e.toString();
        } finally {
            release(source, track);
        }
    }

    private void release(@Nullable VideoDesktopSource source, @Nullable VideoTrack track) {
        if (source != null) {
            attempt(source::stop);
        }
        if (track != null) {
            VideoTrack ended = track;
            attempt(() -> ended.removeSink(passOn));
            attempt(ended::dispose);
        }
        if (source != null) {
            attempt(source::dispose);
        }
    }

    /** What one step refuses is no reason to leave the others out, or to give the screen up. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            log.warn("screen: a step of its release failed", e);
        }
    }

    /** On libwebrtc's thread: nothing may be thrown there. */
    private void passOn(VideoFrame frame) {
        try {
            if (!closed && thinning.take()) {
                push(frame.buffer);
            }
            seenNanos = System.nanoTime();
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

    /** Always a copy: libwebrtc writes the next picture into the very buffer of this one. */
    private void push(VideoFrameBuffer full) {
        Fit size = Fit.into(wish.width(), wish.height(), full.getWidth(), full.getHeight());
        VideoFrameBuffer scaled = size.scaled(full);
        try {
            sink.accept(new VideoFrame(scaled, System.nanoTime()));
        } finally {
            scaled.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        worker.close();
    }
}
