package heliograph.signaling.http;

import java.time.Duration;

/**
 * How much one WHEP request may ask of the server.
 *
 * @param offerBytes the largest offer
 * @param answering so long the broadcaster has to answer
 * @param gathering so long its candidates are waited for after that
 */
public record WhepLimits(int offerBytes, Duration answering, Duration gathering) {
    /** The limits of {@code docs/protocol.md}. */
    public static final WhepLimits DEFAULT = new WhepLimits(64 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(3));
}
