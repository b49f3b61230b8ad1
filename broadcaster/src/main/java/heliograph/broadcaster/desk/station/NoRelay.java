package heliograph.broadcaster.desk.station;

/** Why there is no relay where there should be one: everybody is served directly then. Immutable; any thread. */
public record NoRelay(Reason reason, String detail) {

    /** Each has a sentence, {@code relay.REASON} in the bundle. */
    public enum Reason {
        /** Another program has its port; the detail is empty. */
        PORT_TAKEN,
        /** It cannot listen; the detail is the system's words. */
        CANNOT_LISTEN,
        /** It does not forward the codec that is to be sent, which is the detail. */
        CODEC
    }
}
