package heliograph.broadcaster.studio.picture;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import heliograph.broadcaster.studio.source.Worker;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The picture in small, as JPEG, at most six times a second: ten took more than 5 % of a core. {@link #accept} on any
 * thread: it scales, by libyuv, the one frame that is asked for; a thread {@code preview} encodes it, hands it on and then
 * asks for the next, so that whoever takes the pictures slowly gets fewer and nothing is queued.
 */
public final class Preview implements Consumer<VideoFrame>, AutoCloseable {
    static final int MOST_WIDTH = 320;
    static final int MOST_HEIGHT = 180;
    static final long INTERVAL_NANOS = 166_000_000;

    private static final Logger log = LoggerFactory.getLogger(Preview.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Consumer<byte[]> sink;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final BlockingQueue<BufferedImage> scaled = new ArrayBlockingQueue<>(1);
    private final Worker worker;

    /** Gives the pictures to this, on its own thread. */
    public Preview(Consumer<byte[]> sink) {
        this.sink = sink;
        // Each picture would be a file in the folder for temporary ones else.
        ImageIO.setUseCache(false);
        this.worker = new Worker("preview", this::run).start();
    }

    /** A frame; it stays the source's to release. */
    @Override
    public void accept(VideoFrame frame) {
        if (asked.compareAndSet(true, false)) {
            try {
                scaled.add(scale(frame.buffer));
            } catch (Exception | Error e) {
                // On the camera's thread, and native failures are errors: a preview is not worth a broadcast's picture.
                log.debug("preview: a picture left out", e);
                asked.set(true);
            }
        }
    }

    private static BufferedImage scale(VideoFrameBuffer full) throws Exception {
        Fit size = Fit.into(MOST_WIDTH, MOST_HEIGHT, full.getWidth(), full.getHeight());
        VideoFrameBuffer small = size.scaled(full);
        try {
            byte[] pixels = new byte[size.width() * size.height() * 4];
            VideoBufferConverter.convertFromI420(small, pixels, FourCC.ARGB);
            BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
            // libyuv's ARGB is one number as a little-endian machine has it: blue comes first.
            ByteBuffer.wrap(pixels)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .get(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
            return image;
        } finally {
            small.release();
        }
    }

    private void run(Worker self) throws InterruptedException {
        long due = System.nanoTime();
        while (self.pauseUntil(due)) {
            asked.set(true);
            BufferedImage small = scaled.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            if (small != null) {
                due = Math.max(due + INTERVAL_NANOS, System.nanoTime());
                encode(small);
            }
        }
    }

    private void encode(BufferedImage small) {
        try {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream(16_384);
            ImageIO.write(small, "jpeg", jpeg);
            sink.accept(jpeg.toByteArray());
        } catch (IOException e) {
            log.debug("preview: a picture left out", e);
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
