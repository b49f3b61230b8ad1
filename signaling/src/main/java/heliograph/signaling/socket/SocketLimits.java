package heliograph.signaling.socket;

import heliograph.signaling.room.RoomLimits;
import java.time.Duration;

/**
 * How much one socket may ask of the server.
 *
 * @param pingEvery so often a ping is sent
 * @param silence a socket from which nothing comes for so long is closed
 * @param closing so long the other end has to answer a close
 * @param frameBytes the largest message that is read at all
 * @param unreadBytes so much may wait to be read by the other end
 * @param unhandled so many messages may wait for the room
 */
public record SocketLimits(
        Duration pingEvery, Duration silence, Duration closing, int frameBytes, long unreadBytes, int unhandled) {

    /** Pings and pongs of the other end: an honest one sends fewer than one a second. */
    static final RoomLimits.Rate CONTROL_FRAMES = new RoomLimits.Rate(64, 16);

    /**
     * Frames that end no message, however little is in them, and pieces of long ones: an offer or an answer of 8 KiB comes in some six,
     * and every viewer may bring about one at the same moment.
     */
    RoomLimits.Rate fragments() {
        return new RoomLimits.Rate(unhandled, unhandled / 20);
    }

    /** The limits of {@code docs/protocol.md}, for so many viewers. */
    public static SocketLimits forViewers(int maxViewers) {
        return new SocketLimits(
                Duration.ofSeconds(15),
                Duration.ofSeconds(45),
                Duration.ofSeconds(2),
                128 * 1024,
                // When it goes live the broadcaster gets an offer of some 8 KiB from every viewer at once.
                Math.max(1L << 20, maxViewers * 16L * 1024),
                // More than the room would let pass anyway, so that this never decides about an honest broadcaster.
                1000 + 25 * maxViewers);
    }
}
