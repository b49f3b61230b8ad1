package heliograph.bench.receiver;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the frames of one stream that its decoder could show: in order, whole, and from a key frame on. Lives on the thread
 * {@code receivers}. Times are {@link System#nanoTime}'s.
 *
 * <p>A packet that is missing is waited for, since RTX may bring it; one that does not come within a second is lost, and no frame
 * counts from there to the next key frame: nobody gets a better figure by losing packets. Of sound, each packet is a key frame.
 */
final class FrameCounter {
    static final long PATIENCE = 1_000_000_000L;

    // More than that is another stream under the same name, not a loss.
    private static final int RESTART = 3000;

    private record Came(boolean marker, boolean key) {}

    private static final class Missing {
        final long since;
        long asked = Long.MIN_VALUE;

        Missing(long since) {
            this.since = since;
        }
    }

    private final TreeMap<Long, Came> ahead = new TreeMap<>();
    private final TreeMap<Long, Missing> missing = new TreeMap<>();
    private boolean begun;
    private long next;
    private long highest;
    // Nothing can be shown before a key frame.
    private boolean damaged = true;
    private long lastFrame;
    private long firstFrame;

    private long frames;
    private long brokenFrames;
    private long longestPause;
    private long gaps;
    private long repaired;
    private long lost;
    private long useless;
    private long restarts;

    /**
     * A packet of the stream, or what RTX says was one.
     *
     * @param marker whether a frame ends with it
     * @param key whether a key frame begins with it
     */
    void came(int sequence, boolean marker, boolean key, long now) {
        if (!begun) {
            begun = true;
            next = sequence;
            highest = next - 1;
        }
        long extended = highest + (short) (sequence - (int) highest);
        if (Math.abs(extended - highest) > RESTART) {
            restart(extended);
        }
        if (extended < next || ahead.containsKey(extended)) {
            useless++;
            return;
        }
        for (long absent = highest + 1; absent < extended; absent++) {
            missing.put(absent, new Missing(now));
            gaps++;
        }
        highest = Math.max(highest, extended);
        if (missing.remove(extended) != null) {
            repaired++;
        }
        ahead.put(extended, new Came(marker, key));
        advance(now);
    }

    private void restart(long extended) {
        restarts++;
        ahead.clear();
        missing.clear();
        damaged = true;
        next = extended;
        highest = extended - 1;
    }

    private void advance(long now) {
        for (Came came = ahead.remove(next); came != null; came = ahead.remove(next)) {
            next++;
            damaged &= !came.key();
            if (came.marker()) {
                frameEnds(now);
            }
        }
    }

    private void frameEnds(long now) {
        if (damaged) {
            brokenFrames++;
            return;
        }
        frames++;
        if (firstFrame == 0) {
            firstFrame = now;
        } else {
            longestPause = Math.max(longestPause, now - lastFrame);
        }
        lastFrame = now;
    }

    /** Gives up what is missing for too long; whether anything was. */
    boolean giveUp(long now) {
        boolean any = false;
        while (!missing.isEmpty() && now - missing.firstEntry().getValue().since > PATIENCE) {
            missing.pollFirstEntry();
            lost++;
            any = true;
            // All before the first missing one has been passed on, so that one is next.
            next++;
            damaged = true;
            advance(now);
        }
        return any;
    }

    /** What is to be asked for now: not before it is late, and not again before an answer could be here. */
    List<Integer> toAskFor(long now, long late, long again) {
        List<Integer> wanted = new ArrayList<>();
        Iterator<Map.Entry<Long, Missing>> all = missing.entrySet().iterator();
        while (all.hasNext() && wanted.size() < 64) {
            Map.Entry<Long, Missing> entry = all.next();
            Missing packet = entry.getValue();
            boolean due = packet.asked == Long.MIN_VALUE ? now - packet.since >= late : now - packet.asked >= again;
            if (due) {
                packet.asked = now;
                wanted.add((int) (entry.getKey() & 0xffff));
            }
        }
        return wanted;
    }

    /** Whether nothing can be shown before the next key frame. */
    boolean needsKeyFrame() {
        return damaged;
    }

    /** When the first whole frame had come; 0 while none has. */
    long firstFrame() {
        return firstFrame;
    }

    /** What was counted since the last call. A pause that lasts counts up to now. */
    Counts take(long now) {
        if (firstFrame != 0) {
            longestPause = Math.max(longestPause, now - lastFrame);
        }
        Counts counts = new Counts(frames, brokenFrames, longestPause, gaps, repaired, lost, useless, restarts);
        frames = 0;
        brokenFrames = 0;
        longestPause = 0;
        gaps = 0;
        repaired = 0;
        lost = 0;
        useless = 0;
        restarts = 0;
        return counts;
    }

    /**
     * What a stream had in a while.
     *
     * @param frames that were whole
     * @param brokenFrames that were not
     * @param longestPause nanoseconds between two whole frames, at most
     * @param gaps sequence numbers that did not come when it was their turn
     * @param repaired those of them that came later
     * @param lost those of them that never came
     * @param useless packets that had come already, or were given up
     * @param restarts jumps to quite another sequence number
     */
    record Counts(
            long frames,
            long brokenFrames,
            long longestPause,
            long gaps,
            long repaired,
            long lost,
            long useless,
            long restarts) {}
}
