package heliograph.relay;

/** Hears of a {@link Relay}. Called on the relay's threads; hands over and returns at once. */
public interface RelayObserver {
    /** A viewer's media flows: the first key frame is out to it. Again when another session with the studio has taken the former's place. */
    void viewerPlays(String id);

    /** A viewer is gone by itself. */
    void viewerEnded(String id, Ending reason);

    /** This layer is needed from now on, or no longer: {@link Relay#offerUpstream} or {@link Relay#endUpstream} is asked for. */
    void layerNeeded(Relay.Layer layer, boolean needed);

    /** The upstream of that layer failed by itself; another offer may be made. */
    void upstreamFailed(Relay.Layer layer);

    /** This machine does not keep up with its viewers, and pictures are left out: from now on, or no longer. */
    void overloaded(boolean now);

    /** How a viewer's stay ended. */
    enum Ending {
        /** It said goodbye. */
        LEFT,
        /** It cannot reach the port: to be served directly. */
        UNREACHED,
        /** It is too weak even for the half layer: to be served directly. It is sent to until {@link Relay#endViewer}. Once. */
        TOO_WEAK,
        /** It was heard of no more. */
        VANISHED,
        /** Its handshake failed. */
        FAILED
    }
}
