package heliograph.broadcaster.studio.sound;

import heliograph.broadcaster.studio.source.Worker;
import java.util.function.Consumer;

/**
 * A broadcast's sound without holes, whichever source it has just now and whether that gives any: passes blocks on, and
 * on a thread {@code silence} puts silence where there are none. {@link #push} on any thread.
 */
public final class SteadySound implements AutoCloseable {
    private static final byte[] SILENCE = new byte[SoundFan.BLOCK_BYTES];

    private final Consumer<byte[]> sink;
    private final SoundTimeline timeline = new SoundTimeline();
    private final Worker silence;
    private boolean muted;

    public SteadySound(Consumer<byte[]> sink) {
        this.sink = sink;
        this.silence = new Worker("silence", this::fill);
    }

    /** From now on there is sound. */
    public void start() {
        silence.start();
    }

    /** From now on silence takes the sound's place, block for block, or no longer. */
    public synchronized void mute(boolean now) {
        muted = now;
    }

    /** Ten milliseconds of a source's sound. */
    public synchronized void push(byte[] block) {
        if (silence.running() && timeline.take(System.nanoTime())) {
            sink.accept(muted ? SILENCE : block);
        }
    }

    private void fill(Worker self) throws InterruptedException {
        long look = System.nanoTime();
        while (self.pauseUntil(look)) {
            look = fill();
        }
    }

    private synchronized long fill() {
        for (int missing = timeline.missing(System.nanoTime()); missing > 0; missing--) {
            sink.accept(SILENCE);
        }
        return timeline.nextLook();
    }

    @Override
    public void close() {
        silence.close();
    }
}
