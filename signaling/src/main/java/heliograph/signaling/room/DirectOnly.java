package heliograph.signaling.room;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The viewers that the relay is not for: they cannot reach it, are too weak for it, or it cannot read them. Kept by sign-in and
 * address, so that a window that is loaded again, or a player that comes back, need not find it out again, and so that nobody goes
 * to and fro. On the room's thread.
 */
final class DirectOnly {
    private final Set<String> known;

    /** Of more than {@code most} the oldest are forgotten. */
    DirectOnly(int most) {
        known = Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        });
    }

    void add(Seat viewer) {
        known.add(key(viewer));
    }

    boolean contains(Seat viewer) {
        return known.contains(key(viewer));
    }

    private static String key(Seat viewer) {
        Pass pass = viewer.pass;
        return (pass == null ? viewer.id : pass.family()) + ' ' + viewer.member.address();
    }
}
