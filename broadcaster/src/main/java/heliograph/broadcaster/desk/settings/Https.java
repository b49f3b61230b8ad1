package heliograph.broadcaster.desk.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where viewers come in over TLS. Immutable.
 *
 * @param certificate PEM; null, as is the key then: the program makes its own
 */
public record Https(
        String bind,
        int port,
        @Nullable Path certificate,
        @Nullable Path key) {

    /** Whether others than this machine can come in there. */
    public boolean isForOthers() {
        return !Values.isLoopback(bind);
    }
}
