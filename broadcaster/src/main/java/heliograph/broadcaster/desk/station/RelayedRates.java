package heliograph.broadcaster.desk.station;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a relay's counts come to in a second, from one look to the next. On the station's timeline. */
final class RelayedRates {
    private static final double NANOS = 1e9;

    private Map<String, Look> looks = new HashMap<>();
    private Map<String, Look> earlier = new HashMap<>();

    private record Look(RelayedViewer viewer, long at) {}

    /** What is sent to one in a second. */
    record Rates(int framesPerSecond, int kilobitsPerSecond) {}

    /** Whoever is not looked at between two of these is forgotten. */
    void next() {
        earlier = looks;
        looks = new HashMap<>();
    }

    /** Null at the first look. */
    @Nullable
    Rates of(RelayedViewer viewer, long now) {
        looks.put(viewer.session(), new Look(viewer, now));
        Look last = earlier.get(viewer.session());
        if (last == null || now <= last.at()) {
            return null;
        }
        double seconds = (now - last.at()) / NANOS;
        return new Rates((int) Math.round((viewer.frames() - last.viewer().frames()) / seconds), (int)
                Math.round((viewer.bytes() - last.viewer().bytes()) * 8 / 1000.0 / seconds));
    }
}
