package heliograph.signaling.room;

import heliograph.signaling.protocol.Layer;

/**
 * What the relay tells the room, by {@link RoomThread#relay}. On the room's thread. A session that is over by now is passed over:
 * what is told is always a moment old.
 */
public interface RelayEvents {
    /** The relay is there, in the place of one that was there before. */
    void joined(RelayMember relay);

    /** The relay is no more: all that it carried is over. */
    void gone();

    /** The offer that {@link RelayMember#offerUpstream} asked for. */
    void upstreamOffered(String session, String sdp);

    /** The upstream of this layer failed by itself. */
    void upstreamFailed(Layer layer);

    /** A layer is needed from now on, or no longer. */
    void layerNeeded(Layer layer, boolean needed);

    /** The answer to a viewer's offer, with all candidates. */
    void viewerAnswered(String session, String sdp);

    /** A viewer's offer cannot be answered by the relay. */
    void viewerRefused(String session);

    /** A viewer's media flows. */
    void viewerPlays(String session);

    /** A viewer is gone by itself. */
    void viewerEnded(String session, Ending reason);

    /** How a viewer's session at the relay ended. */
    enum Ending {
        /** It said goodbye. */
        LEFT,
        /** It cannot reach the relay's port. */
        UNREACHED,
        /** Its link is too weak for all that the relay has. */
        TOO_WEAK,
        /** It was heard of no more. */
        VANISHED,
        /** Its handshake failed. */
        FAILED;

        /** Whether the viewer is still there, and only the relay is not for it. */
        boolean asksForDirect() {
            return this == UNREACHED || this == TOO_WEAK || this == FAILED;
        }
    }
}
