package heliograph.bench;

import java.util.Locale;

/** The two ways that the media takes to a viewer. */
enum MediaPath {
    DIRECT,
    RELAY;

    /** As {@code --path} has it. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }
}
