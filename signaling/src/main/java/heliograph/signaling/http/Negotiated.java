package heliograph.signaling.http;

import heliograph.signaling.protocol.IceServer;
import java.util.List;

/**
 * What a player is told of its ICE session. Immutable.
 *
 * @param etag which one it is, as a strong entity-tag with its quotes
 * @param body the answer, or of a restart the fragment of it; empty where only the session was asked for
 * @param iceServers what the player may use from now on
 */
record Negotiated(String etag, String body, List<IceServer> iceServers) {
    Negotiated {
        iceServers = List.copyOf(iceServers);
    }
}
