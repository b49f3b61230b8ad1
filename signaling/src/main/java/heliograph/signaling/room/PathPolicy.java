package heliograph.signaling.room;

/**
 * Who is to be served how. Immutable; any thread.
 *
 * @param choice what the operator wants
 * @param directViewers so many viewers at the same time are served directly; when there are more, the relay serves them all
 * @param carried so many at the same time this machine can encode for, should the relay fail them
 */
public record PathPolicy(Choice choice, int directViewers, int carried) {
    /** An encode takes about a quarter of a core, and the other half is the desk's, the relay's and the user's. */
    private static final int CARRIED_BY_A_CORE = 2;

    /** The number of direct viewers unless somebody says another. */
    public static final int DEFAULT_DIRECT_VIEWERS = 3;

    /** As viewers come and go. */
    public static final PathPolicy DEFAULT = new PathPolicy(Choice.AUTO, DEFAULT_DIRECT_VIEWERS);

    /** On this machine. */
    public PathPolicy(Choice choice, int directViewers) {
        this(choice, directViewers, CARRIED_BY_A_CORE * Runtime.getRuntime().availableProcessors());
    }

    /** What the operator wants. */
    public enum Choice {
        /** A few directly, many by the relay. */
        AUTO,
        /** All directly. */
        DIRECT,
        /** All by the relay, whoever it can serve. */
        RELAY
    }

    /** So many may be direct where the relay fails all: as many as would be without it, or as the machine carries. */
    int directAtMost() {
        return Math.max(directViewers, carried);
    }

    /** Whether it may ever be used, by whoever it can serve. */
    boolean allowsRelay() {
        return choice != Choice.DIRECT;
    }

    /** So many may be direct where the relay serves others, but not these: a flood that refuses it must not cost all others their picture. */
    int exceptionsAtMost() {
        return 2 * directAtMost();
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
