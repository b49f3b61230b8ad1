package heliograph.signaling.room;

/**
 * Who is to be served how. Immutable; any thread.
 *
 * @param choice what the operator wants
 * @param directViewers so many viewers at the same time are served directly; when there are more, the relay serves them all
 */
public record PathPolicy(Choice choice, int directViewers) {
    /** The number of direct viewers unless somebody says another. */
    public static final int DEFAULT_DIRECT_VIEWERS = 3;

    /** As viewers come and go. */
    public static final PathPolicy DEFAULT = new PathPolicy(Choice.AUTO, DEFAULT_DIRECT_VIEWERS);

    /** What the operator wants. */
    public enum Choice {
        /** A few directly, many by the relay. */
        AUTO,
        /** All directly. */
        DIRECT,
        /** All by the relay, whoever it can serve. */
        RELAY
    }

    /** Whether the relay is to be used for an audience of this size. */
    boolean prefersRelay(int viewers) {
        return switch (choice) {
            case AUTO -> viewers > directViewers;
            case DIRECT -> false;
            case RELAY -> true;
        };
    }
}
