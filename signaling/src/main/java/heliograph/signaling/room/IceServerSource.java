package heliograph.signaling.room;

import heliograph.signaling.protocol.IceServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which STUN and TURN servers a member is to use. Called on the room's thread, so it must be quick. */
public interface IceServerSource {
    /** Those of the member with this id, with what it needs to use them from now on. */
    List<IceServer> of(String member, Instant now);

    /** So long they can be used; empty: for ever. */
    Optional<Duration> lifetime();
}
