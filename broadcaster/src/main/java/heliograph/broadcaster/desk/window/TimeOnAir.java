package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Status.Air;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long we have been on air, through whatever the studio had to recover from. Lives on the window's thread. */
final class TimeOnAir {
    private final InstantSource clock;
    private @Nullable Instant since;

    TimeOnAir(InstantSource clock) {
        this.clock = clock;
    }

    void air(Air now) {
        if (now instanceof Air.Off) {
            since = null;
        } else if (now instanceof Air.On && since == null) {
            since = clock.instant();
        }
    }

    boolean runs() {
        return since != null;
    }

    /** In hours, minutes and seconds; empty while off air. */
    String text() {
        if (since == null) {
            return "";
        }
        Duration passed = Duration.between(since, clock.instant());
        // A clock that was set back tells no negative times.
        long seconds = Math.max(0, passed.toSeconds());
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
