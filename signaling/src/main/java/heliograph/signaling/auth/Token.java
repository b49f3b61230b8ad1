package heliograph.signaling.auth;

import java.time.Instant;

/**
 * A token as it is given out.
 *
 * @param text the JWT
 * @param expiresAt when it runs out
 */
public record Token(String text, Instant expiresAt) {
    /** Leaves the text out: whoever has it is let in. */
    @Override
    public String toString() {
        return "Token[expiresAt=" + expiresAt + "]";
    }
}
