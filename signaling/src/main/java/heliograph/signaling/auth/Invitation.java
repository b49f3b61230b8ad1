package heliograph.signaling.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An invitation as it is kept: without its secret, of which only a hash is known. Immutable; any thread.
 *
 * @param id what it is listed and revoked by; no secret
 * @param name for people; whoever comes in by it is called that
 * @param hash SHA-256 of the secret, in hex. Fast, because nobody can try 160 random bits, and without salt, so that it can
 *     be looked up
 * @param uses how often it lets in
 * @param used how often it has
 */
public record Invitation(
        String id,
        String name,
        String hash,
        Instant createdAt,
        Instant expiresAt,
        int uses,
        int used,
        boolean revoked) {

    /** What can be said of one. */
    public enum State {
        OPEN,
        USED,
        EXPIRED,
        REVOKED
    }

    public Invitation {
        Names.check(name);
        if (id.isEmpty() || hash.length() != 64 || createdAt.isAfter(expiresAt) || uses < 1 || used < 0) {
            throw new IllegalArgumentException("an invitation that is none");
        }
    }

    /** Whether it lets somebody in. */
    public State state(Instant now) {
        if (revoked) {
            return State.REVOKED;
        }
        if (!now.isBefore(expiresAt)) {
            return State.EXPIRED;
        }
        return used < uses ? State.OPEN : State.USED;
    }

    Invitation usedOnce() {
        return new Invitation(id, name, hash, createdAt, expiresAt, uses, used + 1, revoked);
    }

    Invitation withdrawn() {
        return new Invitation(id, name, hash, createdAt, expiresAt, uses, used, true);
    }

    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "Invitation[id=" + id + ", name=" + name + "]";
    }
}
