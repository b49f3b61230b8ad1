package heliograph.broadcaster.desk.check;

/**
 * Which ports this very program has by now. Immutable.
 *
 * @param doors where viewers come in, with TLS and without
 * @param relay the relay's
 */
public record Held(boolean doors, boolean relay) {
    /** None: nothing was started. */
    public static final Held NOTHING = new Held(false, false);
}
