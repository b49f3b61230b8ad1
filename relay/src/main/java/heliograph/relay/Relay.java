package heliograph.relay;

import java.util.Set;

/**
 * Encodes once, forwards to many: takes the studio's media as one more viewer over 127.0.0.1 and gives it to viewers over one
 * UDP port. Knows no room and no signaling: whoever carries the descriptions calls this. Any thread; nothing here blocks.
 */
public interface Relay extends AutoCloseable {
    /** The two encodes that are asked of the studio. The second is asked for only when a viewer needs it. */
    enum Layer {
        FULL,
        HALF
    }

    /**
     * Begins a new upstream session for a layer, in the place of an older one of that layer: an offer to receive. What has been
     * forwarded goes on at the next key frame that comes by the new one; no viewer notices but for the pause.
     */
    String offerUpstream(Layer layer);

    /** The studio's answer to the last offer of that layer. Candidates need not be carried: the studio is on this machine. */
    void answerUpstream(Layer layer, String answer);

    /** The upstream session of that layer is over: off air, or the studio is gone. Viewers stay. */
    void endUpstream(Layer layer);

    /**
     * Answers a viewer's offer; again with the same id: an ICE restart. The answer has all candidates.
     *
     * @param id the session's id; the observer is told of it
     * @param patient whether the viewer has no other way to go, and is waited for longer until it is reached; the first offer's counts
     */
    String answerViewer(String id, String offer, boolean patient) throws UnusableOfferException;

    /** Whether an offer can be answered by the relay: it takes a codec that comes from the studio. */
    boolean canServe(String offer);

    /** A viewer's candidate, the value of its {@code candidate} attribute; opens the way to it. */
    void viewerCandidate(String id, String candidate);

    /** A viewer leaves. Nothing, if it is not there. */
    void endViewer(String id);

    /** The viewers that are here now, with what can be told of them; a snapshot. */
    Set<ViewerStats> viewers();

    /** Ends every leg and closes the port. Idempotent. */
    @Override
    void close();
}
