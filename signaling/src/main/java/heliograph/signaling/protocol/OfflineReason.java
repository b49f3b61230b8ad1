package heliograph.signaling.protocol;

/** Why there is nothing to watch. */
public enum OfflineReason {
    /** Nobody has pressed Start yet. */
    NOT_STARTED,
    /** The broadcaster pressed Stop. */
    ENDED,
    /** The broadcaster vanished without a word and is expected back. */
    INTERRUPTED
}
