package heliograph.broadcaster.link;

import heliograph.signaling.protocol.Layer;
import org.jspecify.annotations.Nullable;

/**
 * How one peer connection of the studio's fares. Immutable.
 *
 * @param session the room's id of it
 * @param layer what the relay takes by it; null: it is a viewer's own
 * @param codec of the picture, as {@code VP8}; null while none is sent
 * @param width of the picture as it is encoded, in pixels; 0 while none is
 * @param height likewise
 * @param framesPerSecond of the picture
 * @param kilobitsPerSecond of all media
 * @param roundTripMillis by the remote's last report (RFC 3550, section 6.4.1); null before the first
 * @param lossPerMille of the packets of the picture, by that report; null before the first
 * @param route how the two reach each other; null before they do
 */
public record PeerFigures(
        String session,
        @Nullable Layer layer,
        @Nullable String codec,
        int width,
        int height,
        int framesPerSecond,
        int kilobitsPerSecond,
        @Nullable Integer roundTripMillis,
        @Nullable Integer lossPerMille,
        @Nullable Route route) {

    /** By what kind of candidates (RFC 8445, section 5.1.1) two reach each other. */
    public enum Route {
        /** Each at an address of its own. */
        STRAIGHT,
        /** At an address that a router made and a STUN server told of. */
        STUN,
        /** Through a TURN server. */
        TURN
    }
}
