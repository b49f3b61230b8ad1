package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.link.StudioEvent;

/**
 * A level meter as people know it: up at once, down slowly, with a mark at the last peak; and it knows when nothing at all is
 * heard. Knows no Swing; lives on the window's thread. Times are {@code System.nanoTime()}'s.
 */
final class Meter {
    /** Where the scale begins, in decibels below full scale. */
    static final double LOWEST = -60;
    /**
     * No microphone is so quiet, not even behind noise suppression: three steps of 16 bits. Compared with the peak, in centibels.
     */
    static final int SILENCE = -800;

    static final long SILENT_NANOS = 5_000_000_000L;
    static final long MARK_NANOS = 1_500_000_000L;
    private static final double FALL_A_SECOND = 26;
    private static final double SECOND = 1e9;

    /**
     * What it shows.
     *
     * @param level decibels below full scale, {@link #LOWEST} at least
     * @param mark the last peak, likewise
     * @param silent whether no sound arrives
     */
    record Reading(double level, double mark, boolean silent) {}

    private double level = LOWEST;
    private long levelAt;
    private double mark = LOWEST;
    private long markAt;
    private long heardAt;

    /** Begins anew: nothing was heard yet. */
    void reset(long now) {
        level = LOWEST;
        mark = LOWEST;
        heardAt = now;
    }

    /** So loud it was. */
    void level(StudioEvent.Level heard, long now) {
        double rms = heard.rms() / 10.0;
        if (rms >= fallen(level, now - levelAt)) {
            level = rms;
            levelAt = now;
        }
        double peak = heard.peak() / 10.0;
        if (peak >= mark(now)) {
            mark = peak;
            markAt = now;
        }
        if (heard.peak() > SILENCE) {
            heardAt = now;
        }
    }

    Reading at(long now) {
        return new Reading(fallen(level, now - levelAt), mark(now), now - heardAt >= SILENT_NANOS);
    }

    /** It stays for a while and falls then. */
    private double mark(long now) {
        return fallen(mark, Math.max(0, now - markAt - MARK_NANOS));
    }

    private static double fallen(double from, long nanos) {
        return Math.max(LOWEST, from - FALL_A_SECOND * nanos / SECOND);
    }
}
