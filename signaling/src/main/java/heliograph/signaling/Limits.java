package heliograph.signaling;

import heliograph.signaling.http.ConnectionLimits;
import heliograph.signaling.http.WhepLimits;
import heliograph.signaling.room.RoomLimits;
import heliograph.signaling.socket.SocketLimits;
import java.time.Duration;

/**
 * All limits in one piece, so that tests can shorten them. Immutable.
 *
 * @param certificates so often it is looked for another certificate
 */
record Limits(
        ConnectionLimits connections, RoomLimits room, SocketLimits sockets, WhepLimits whep, Duration certificates) {
    static Limits forViewers(int maxViewers) {
        return new Limits(
                ConnectionLimits.forViewers(maxViewers),
                RoomLimits.forViewers(maxViewers),
                SocketLimits.forViewers(maxViewers),
                WhepLimits.DEFAULT,
                Duration.ofSeconds(10));
    }
}
