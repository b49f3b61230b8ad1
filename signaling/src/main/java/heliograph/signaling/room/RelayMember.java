package heliograph.signaling.room;

import heliograph.signaling.protocol.Layer;

/**
 * The relay as the room sees it: a member inside this process. It is no {@link Member} and has no role, so no token can ever
 * make somebody one. Called on the room's thread; an implementation hands over and returns at once, and says what it has to
 * say as {@link RelayEvents}.
 */
public interface RelayMember {
    /** Is to offer to receive this layer from the broadcaster, in this session and in the place of an older one. */
    void offerUpstream(String session, Layer layer);

    /** The broadcaster's answer in an upstream session. */
    void upstreamAnswered(String session, Layer layer, String sdp);

    /** The upstream session of this layer is over. Its viewers stay. */
    void upstreamEnded(Layer layer);

    /**
     * A viewer's offer in a session; again: an ICE restart.
     *
     * @param patient whether the viewer cannot be handed over, so that it is waited for longer until it is reached
     */
    void viewerOffered(String session, String sdp, boolean patient);

    /** A candidate of a viewer's, the value of its {@code candidate} attribute; an empty one says that there are no more. */
    void viewerCandidate(String session, String candidate);

    /** A viewer's session is over. */
    void viewerLeft(String session);
}
