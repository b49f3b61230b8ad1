package heliograph.broadcaster.studio.sound;

import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The test tone as a source: pushes on a thread {@code tone}, a block each 10 ms. */
public final class ToneSource implements Feed {
    private static final long BLOCK_NANOS = SoundTimeline.BLOCK_NANOS;
    private static final long TOO_LATE_NANOS = SoundTimeline.MOST_FILLED * BLOCK_NANOS;
    private static final long CLOCK_SLACK_NANOS = 2_000_000;

    /** Waits until the clock says this; whether the worker is to go on. */
    interface Pause {
        boolean until(Worker worker, long nanoTime) throws InterruptedException;
    }

    private final Consumer<byte[]> sound;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final Worker worker;

    public ToneSource(Consumer<byte[]> sound, InstantSource clock) {
        this(sound, clock, System::nanoTime, Worker::pauseUntil);
    }

    /** With a time of its own. */
    ToneSource(Consumer<byte[]> sound, InstantSource clock, LongSupplier nanoTime, Pause pause) {
        this.sound = sound;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.worker = new Worker("tone", this::run).start();
    }

    private void run(Worker self) throws InterruptedException {
        long due = nanoTime.getAsLong();
        long wallOffset = wallNanos() - nanoTime.getAsLong();
        while (pause.until(self, due)) {
            long offset = wallNanos() - nanoTime.getAsLong();
            // The wall clock was set; what is less than this is the moment between two readings.
            if (Math.abs(offset - wallOffset) > CLOCK_SLACK_NANOS) {
                wallOffset = offset;
            }
            sound.accept(Tone.block(due + wallOffset));
            due += BLOCK_NANOS;
            // Blocks that are late follow at once: to leave them out would shift all that comes after.
            if (nanoTime.getAsLong() - due > TOO_LATE_NANOS) {
                due = nanoTime.getAsLong();
            }
        }
    }

    private long wallNanos() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    @Override
    public void close() {
        worker.close();
    }
}
