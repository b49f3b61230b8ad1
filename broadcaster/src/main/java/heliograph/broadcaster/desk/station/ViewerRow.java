package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.PeerFigures.Route;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One viewer and how it fares. Immutable.
 *
 * @param id of this stay
 * @param name the account's or the invitation's
 * @param since when it came
 * @param address where it comes from
 * @param stream what it is sent; empty while it waits
 */
public record ViewerRow(String id, String name, Instant since, String address, Optional<Stream> stream) {
    /**
     * What somebody is sent. Null stands for what is not known, or not yet.
     *
     * @param relayed whether the relay sends it, and not the studio
     * @param route how the two reach each other
     * @param codec of the picture
     * @param width of the picture, in pixels
     * @param height likewise
     * @param framesPerSecond of the picture
     * @param kilobitsPerSecond of all media
     * @param roundTripMillis by the last report
     * @param lossPerMille of the picture's packets, by the last report
     */
    public record Stream(
            boolean relayed,
            @Nullable Route route,
            @Nullable String codec,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Integer framesPerSecond,
            @Nullable Integer kilobitsPerSecond,
            @Nullable Integer roundTripMillis,
            @Nullable Integer lossPerMille) {
        static Stream unknown(boolean relayed) {
            return new Stream(relayed, null, null, null, null, null, null, null, null);
        }
    }
}
