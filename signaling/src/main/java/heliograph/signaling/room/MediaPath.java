package heliograph.signaling.room;

import java.util.Locale;

/** How media comes to a viewer. */
public enum MediaPath {
    /** Over a peer connection of the broadcaster's own. */
    DIRECT,
    /** Over the relay, encoded once for all. */
    RELAY;

    /** As in {@code docs/protocol.md}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
