package heliograph.signaling.http;

import heliograph.signaling.room.RoomLimits;
import java.time.Duration;

/**
 * How much strangers may ask of the server before they have shown who they are.
 *
 * @param connections open at the same time at one door, for all together
 * @param connectionsOfOne open at the same time from one network, see {@link Places}
 * @param rateOfOne how fast one network may make new ones at one door, see {@link AddressLimit}
 * @param waiting so long a connection may be open without a whole request on it, from its first byte or the last answer on
 * @param underWay so long a request may take, from its head to the end of its answer
 */
public record ConnectionLimits(
        int connections, int connectionsOfOne, RoomLimits.Rate rateOfOne, Duration waiting, Duration underWay) {

    /** Requests on one connection: more than a page has, few enough that the rate of new ones holds off a flood. */
    static final int REQUESTS_OF_CONNECTION = 64;

    /** The last eighth of a door's places. */
    private static final int CROWDED = 8;

    /** From so many on a newcomer's is paid for by another one at that door, see {@link CrowdedDoor}. */
    int crowd() {
        return connections - connections / CROWDED;
    }

    /** How fast one visitor may ask through a trusted proxy: as fast as its own connections would let it. */
    RoomLimits.Rate forwardedRateOfOne() {
        return new RoomLimits.Rate(
                REQUESTS_OF_CONNECTION * rateOfOne.burst(), REQUESTS_OF_CONNECTION * rateOfOne.perSecond());
    }

    /** The limits of {@code docs/operating.md}. */
    public static ConnectionLimits forViewers(int maxViewers) {
        // A school behind one address, whose pupils all come within a minute: each has one for good, and six for the
        // page, which its browser keeps for a quarter of that.
        int ofOne = 56 + 3 * maxViewers;
        int perSecond = Math.max(32, maxViewers / 8);
        return new ConnectionLimits(
                Math.max(2000, 1000 + 6 * maxViewers),
                Math.max(256, ofOne),
                // The pages of most of them within a moment, as when the server was started anew.
                new RoomLimits.Rate(16 * perSecond, perSecond),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30));
    }
}
