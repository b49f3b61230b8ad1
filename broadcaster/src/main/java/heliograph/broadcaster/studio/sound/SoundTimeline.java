package heliograph.broadcaster.studio.sound;

/**
 * How much sound was sent against how much time has passed. Pure; one thread at a time.
 *
 * <p>libwebrtc counts a custom source's time by its samples and tells the viewer which moment they belong to. A hole of a
 * second that nothing fills therefore leaves the sound a second off the picture until the viewer's estimate has come
 * round, which takes a minute and more. So a hole is filled with silence, and what was only late and comes after all is
 * left out as far as silence took its place.
 */
final class SoundTimeline {
    static final long BLOCK_NANOS = 10_000_000;
    /** Some sources send 100 ms at once: less than this is no hole. */
    static final long HOLE_NANOS = 20 * BLOCK_NANOS;
    /** More than this at once would fill the viewer's buffer, which is worse than a jump. */
    static final int MOST_FILLED = 100;

    private static final long AHEAD_NANOS = 2 * BLOCK_NANOS;
    /** Blocks of sound after a hole, until which late ones may come. */
    private static final int SETTLED = 200;

    /** How slowly a sound card's clock is followed: within about ten seconds. */
    private static final int INERTIA = 1024;

    private boolean begun;
    private boolean filling;
    private long end;
    private int replaced;
    private int taken;

    /** A block of sound is there now; whether it is to be sent. */
    boolean take(long now) {
        begin(now);
        filling = false;
        if (replaced > 0 && end - now > AHEAD_NANOS) {
            replaced--;
            return false;
        }
        if (++taken > SETTLED) {
            // What silence took the place of will not come any more.
            replaced = 0;
        }
        end += BLOCK_NANOS;
        end += (now - end) / INERTIA;
        return true;
    }

    /** How many blocks of silence are to be sent now. */
    int missing(long now) {
        begin(now);
        long behind = now - end;
        if (behind < (filling ? BLOCK_NANOS : HOLE_NANOS)) {
            return 0;
        }
        filling = true;
        taken = 0;
        int blocks = (int) Math.min(behind / BLOCK_NANOS, MOST_FILLED);
        replaced += blocks;
        end = blocks == MOST_FILLED ? now : end + blocks * BLOCK_NANOS;
        return blocks;
    }

    /** When {@link #missing} is to be asked next. */
    long nextLook() {
        return end + (filling ? BLOCK_NANOS : HOLE_NANOS);
    }

    private void begin(long now) {
        if (!begun) {
            begun = true;
            end = now;
        }
    }
}
