package heliograph.signaling;

import heliograph.signaling.http.WhepLimits;
import heliograph.signaling.room.RoomLimits;
import heliograph.signaling.socket.SocketLimits;

/** All limits in one piece, so that tests can shorten them. Immutable. */
record Limits(RoomLimits room, SocketLimits sockets, WhepLimits whep) {
    static Limits forViewers(int maxViewers) {
        return new Limits(RoomLimits.forViewers(maxViewers), SocketLimits.forViewers(maxViewers), WhepLimits.DEFAULT);
    }
}
