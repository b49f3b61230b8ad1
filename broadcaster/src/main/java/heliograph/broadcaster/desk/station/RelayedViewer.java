package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.PeerFigures.Route;
import heliograph.signaling.protocol.Layer;
import java.util.Optional;

/**
 * What the relay has sent to one of its viewers. Immutable.
 *
 * @param session the room's id of it
 * @param layer what it gets now
 * @param frames of the picture, since it began
 * @param bytes of all media, since it began
 * @param loss share of the picture's packets that got lost, by its last report; from 0 to 1
 * @param roundTripMillis by its last report; negative before that
 * @param route how the two reach each other; empty before they do
 */
public record RelayedViewer(
        String session,
        Layer layer,
        long frames,
        long bytes,
        double loss,
        double roundTripMillis,
        Optional<Route> route) {}
