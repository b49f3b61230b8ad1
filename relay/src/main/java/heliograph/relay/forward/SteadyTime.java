package heliograph.relay.forward;

import org.jspecify.annotations.Nullable;

/**
 * A {@link TrackTime} as one viewer is told of it: it begins with what is known, and what is learnt later comes slowly, since a
 * receiver takes a step for a clock that runs wrong. Used by one thread.
 */
final class SteadyTime {
    /** 5 ms in a second. */
    private static final long SLOWNESS = 200;

    private @Nullable TrackTime followed;
    private long offset;
    private long last;

    /** RTP's time, counted on, at that instant. */
    long ticks(TrackTime time, long now) {
        if (followed != time) {
            followed = time;
            offset = time.offset();
        } else {
            long most = Math.max(0, (now - last) / SLOWNESS);
            offset += Math.max(-most, Math.min(most, time.offset() - offset));
        }
        last = now;
        return Ticks.ofNanos(now - offset, time.clockRate());
    }
}
