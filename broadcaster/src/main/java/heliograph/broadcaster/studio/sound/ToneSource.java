package heliograph.broadcaster.studio.sound;

import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.Worker;
import java.time.Instant;
import java.time.InstantSource;

/** The test tone as a source: pushes on a thread {@code tone}, a block each 10 ms. */
public final class ToneSource implements Feed {
    private static final long BLOCK_NANOS = 10_000_000;
    private static final long TOO_LATE_NANOS = 20 * BLOCK_NANOS;
    private static final long CLOCK_SLACK_NANOS = 2_000_000;

    private final SoundFan fan;
    private final InstantSource clock;
    private final Worker worker;

    public ToneSource(SoundFan fan, InstantSource clock) {
        this.fan = fan;
        this.clock = clock;
        this.worker = new Worker("tone", this::run).start();
    }

    private void run(Worker self) throws InterruptedException {
        long due = System.nanoTime();
        long wallOffset = wallNanos() - System.nanoTime();
        while (self.pauseUntil(due)) {
            long offset = wallNanos() - System.nanoTime();
            // The wall clock was set; what is less than this is the moment between two readings.
            if (Math.abs(offset - wallOffset) > CLOCK_SLACK_NANOS) {
                wallOffset = offset;
            }
            fan.push(Tone.block(due + wallOffset));
            due += BLOCK_NANOS;
            if (System.nanoTime() - due > TOO_LATE_NANOS) {
                due = System.nanoTime();
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
