package heliograph.signaling.room;

import java.time.Instant;
import java.util.Optional;

/**
 * One viewer in the room, for the broadcaster's window. Immutable.
 *
 * @param id of this stay
 * @param name the account's or the invitation's
 * @param address where it comes from
 * @param since when it came
 * @param watched what it watches; empty while it waits
 */
public record Attendee(String id, String name, String address, Instant since, Optional<Watched> watched) {
    /**
     * What somebody watches.
     *
     * @param session the peer connection
     * @param path how media comes over it
     */
    public record Watched(String session, MediaPath path) {}
}
