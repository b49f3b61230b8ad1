package heliograph.signaling.protocol;

/** Why there is nothing to watch. */
public enum OfflineReason {
    /** Nobody has pressed Start yet. */
    NOT_STARTED("not-started"),
    /** The broadcaster pressed Stop. */
    ENDED("ended"),
    /** The broadcaster vanished without a word and is expected back. */
    INTERRUPTED("interrupted");

    private final String wireName;

    OfflineReason(String wireName) {
        this.wireName = wireName;
    }

    /** The word on the wire. */
    public String wireName() {
        return wireName;
    }
}
