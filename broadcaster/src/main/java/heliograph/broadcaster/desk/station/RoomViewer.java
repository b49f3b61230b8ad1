package heliograph.broadcaster.desk.station;

import java.time.Instant;
import java.util.Optional;

/**
 * One viewer in the room. Immutable.
 *
 * @param id of this stay
 * @param name the account's or the invitation's
 * @param address where it comes from
 * @param since when it came
 * @param watched what it watches; empty while it waits
 */
public record RoomViewer(String id, String name, String address, Instant since, Optional<Watched> watched) {
    /**
     * What somebody watches.
     *
     * @param session the peer connection
     * @param relayed whether the relay serves it, and not the studio
     */
    public record Watched(String session, boolean relayed) {}
}
