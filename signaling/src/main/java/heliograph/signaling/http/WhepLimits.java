package heliograph.signaling.http;

import heliograph.signaling.room.RoomLimits;
import java.time.Duration;

/**
 * How much one WHEP player may ask of the server.
 *
 * @param offerBytes the largest offer
 * @param fragmentBytes the largest body of a {@code PATCH}
 * @param answering so long the broadcaster has to answer
 * @param gathering so long its candidates are waited for after that
 * @param offerRate how many sessions one sign-in may ask for, whether they come to anything or not: each is a peer connection
 *     that the broadcaster makes
 * @param patchRate how much it may say by {@code PATCH}: one for each, and one for each candidate in it. Below the room's own
 *     rate for viewers, which would end the session.
 */
public record WhepLimits(
        int offerBytes,
        int fragmentBytes,
        Duration answering,
        Duration gathering,
        RoomLimits.Rate offerRate,
        RoomLimits.Rate patchRate) {
    /** The limits of {@code docs/protocol.md}. */
    public static final WhepLimits DEFAULT = new WhepLimits(
            64 * 1024,
            16 * 1024,
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            new RoomLimits.Rate(60, 1),
            new RoomLimits.Rate(40, 10));
}
