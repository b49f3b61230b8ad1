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

    /** The limits of {@code docs/operating.md}. */
    public static ConnectionLimits forViewers(int maxViewers) {
        // A school behind one address: all who may watch, and some pages that load.
        int ofOne = Math.max(256, 56 + maxViewers);
        return new ConnectionLimits(
                // A viewer has one for good, and some six more while the page loads.
                Math.max(2000, 1000 + 2 * maxViewers),
                ofOne,
                // All of them twice within a moment, as when the server was started anew; then all of them in eight
                // seconds.
                new RoomLimits.Rate(2 * ofOne, ofOne / 8),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30));
    }
}
