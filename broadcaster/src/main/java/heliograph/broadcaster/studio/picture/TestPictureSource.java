package heliograph.broadcaster.studio.picture;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.Worker;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;

/** The test picture as a source: paints and pushes on a thread {@code test-picture}, at a steady rate. */
public final class TestPictureSource implements Feed {
    private final Consumer<VideoFrame> sink;
    private final InstantSource clock;
    private final TestPicture picture;
    private final Broadcast.Video video;
    private final Worker worker;

    public TestPictureSource(Consumer<VideoFrame> sink, Broadcast.Video video, InstantSource clock, ZoneId zone) {
        this.sink = sink;
        this.clock = clock;
        this.video = video;
        this.picture = new TestPicture(video, zone);
        this.worker = new Worker("test-picture", this::run).start();
    }

    private void run(Worker self) throws InterruptedException {
        long interval = 1_000_000_000L / video.rate();
        long due = System.nanoTime();
        int number = 0;
        while (self.pauseUntil(due)) {
            push(number++);
            due += interval;
            // Held up for more than a frame: go on from here, rather than send a burst of frames of the same moment.
            if (System.nanoTime() - due > interval) {
                due = System.nanoTime();
            }
        }
    }

    private void push(int number) {
        NativeI420Buffer buffer = NativeI420Buffer.allocate(video.width(), video.height());
        try {
            picture.paint(Canvas.of(buffer), number, clock.instant());
            sink.accept(new VideoFrame(buffer, System.nanoTime()));
        } finally {
            buffer.release();
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
