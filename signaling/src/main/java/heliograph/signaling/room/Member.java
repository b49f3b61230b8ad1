package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;

/**
 * Whoever is at the other end, as the room sees it. Called on the room's thread; an implementation hands over and
 * returns at once, and tells the room with {@link RoomThread#left} when the other end is gone.
 */
public interface Member {
    /** Passes a message on. */
    void send(Message message);

    /** Says why, and ends the connection. The room has forgotten the member already. */
    void end(ErrorCode code, String text);

    /** Ends the connection without a complaint: the member has left. */
    void end();

    /** Whether it can go over to another session while it watches; a player that offers once and for all cannot. */
    default boolean followsHandovers() {
        return true;
    }

    /** What the networks of the other end's owner have in common, for counting. */
    default String site() {
        return address();
    }

    /** Where the other end is, for the audit. */
    default String address() {
        return "an unknown address";
    }
}
