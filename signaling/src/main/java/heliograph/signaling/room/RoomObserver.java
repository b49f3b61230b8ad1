package heliograph.signaling.room;

import heliograph.signaling.protocol.Role;
import java.util.List;

/** What the room tells its surroundings. Called on the room's thread. */
public interface RoomObserver {
    /** Somebody showed a good token and is in the room. */
    void joined(String id, Role role, String name);

    /** Somebody who was in the room is not any more. */
    void left(String id, Role role, String why);

    /** A viewer is to watch by this path from now on; {@code why} is a word for logs. */
    void path(String id, MediaPath path, String why);

    /** The audience is another than before. */
    void audience(Audience audience);

    /** Other viewers are in the room than before, or the same ones watch another way; in the order of their coming. */
    void attendance(List<Attendee> viewers);
}
