package heliograph.signaling.http;

import java.time.Duration;

/**
 * How much strangers may ask of the server before they have shown who they are.
 *
 * @param connections open at the same time at one door, for all together
 * @param connectionsOfOne open at the same time from one network, see {@link AddressLimit}
 * @param waiting so long a connection may be open without a whole request on it, from its first byte or the last answer on
 * @param underWay so long a request may take, from its head to the end of its answer
 */
public record ConnectionLimits(int connections, int connectionsOfOne, Duration waiting, Duration underWay) {

    /** The limits of {@code docs/operating.md}. */
    public static ConnectionLimits forViewers(int maxViewers) {
        return new ConnectionLimits(
                // A viewer has one for good, and some six more while the page loads.
                Math.max(2000, 1000 + 2 * maxViewers),
                // A school behind one address: all who may watch, and some pages that load.
                Math.max(256, 56 + maxViewers),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30));
    }
}
