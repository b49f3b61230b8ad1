package heliograph.signaling.room;

import java.time.Duration;

/**
 * How much one member may ask of the room.
 *
 * @param joinTimeout from the connection to a good {@code join}
 * @param maxViewers viewers in the room at the same time
 * @param seatsOfOne viewers in the room at the same time by one sign-in, which its owner could hand to others
 * @param descriptionBytes the largest {@code offer} or {@code answer}, as UTF-8 on the wire
 * @param messageBytes the largest message of any other kind
 * @param comingRate how fast viewers may come in by one account or invitation from one site, whatever sign-ins they have: with each
 *     of them the other limits begin anew
 * @param viewerRate how fast a viewer may send, and anybody before joining
 * @param broadcasterRate how fast the broadcaster may send; it serves all
 */
public record RoomLimits(
        Duration joinTimeout,
        int maxViewers,
        int seatsOfOne,
        int descriptionBytes,
        int messageBytes,
        Rate comingRate,
        Rate viewerRate,
        Rate broadcasterRate) {

    /**
     * A rate of messages.
     *
     * @param burst so many at once
     * @param perSecond and so many a second after that
     */
    public record Rate(int burst, int perSecond) {}

    /** The limits of {@code docs/protocol.md}. */
    public static RoomLimits forViewers(int maxViewers) {
        return new RoomLimits(
                Duration.ofSeconds(5),
                maxViewers,
                // A few windows and players; a class of thirty signs in thirty times.
                4,
                64 * 1024,
                4 * 1024,
                // A school with one account behind one address: all of them at once, and twice again when that fails.
                new Rate(60 + 3 * maxViewers, Math.max(2, maxViewers / 16)),
                new Rate(50, 20),
                // An answer and some ten candidates for each of them, all at once when a broadcaster goes live.
                new Rate(500 + 25 * maxViewers, 500 + 5 * maxViewers));
    }
}
