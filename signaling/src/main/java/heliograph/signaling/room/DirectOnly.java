package heliograph.signaling.room;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The viewers that the relay is not for: they cannot reach it, are too weak for it, or it cannot read them. Kept by sign-in and
 * address, so that a window that is loaded again, or a player that comes back, need not find it out again, and so that nobody goes
 * to and fro; and for a while only, since a network that was bad for a moment is good again. On the room's thread.
 */
final class DirectOnly {
    static final Duration KEPT = Duration.ofMinutes(10);

    private final Map<String, Instant> until;
    private final InstantSource clock;

    /** Of more than {@code most} the oldest are forgotten. */
    DirectOnly(int most, InstantSource clock) {
        this.clock = clock;
        until = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                return size() > most;
            }
        };
    }

    void add(Seat viewer) {
        String key = key(viewer);
        // Out first: what is put in the place of another keeps its age.
        until.remove(key);
        until.put(key, clock.instant().plus(KEPT));
    }

    boolean contains(Seat viewer) {
        Instant end = until.get(key(viewer));
        return end != null && clock.instant().isBefore(end);
    }

    private static String key(Seat viewer) {
        Pass pass = viewer.pass;
        return (pass == null ? viewer.id : pass.family()) + ' ' + viewer.member.address();
    }
}
