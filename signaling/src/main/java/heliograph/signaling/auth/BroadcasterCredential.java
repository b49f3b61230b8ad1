package heliograph.signaling.auth;

import java.time.Instant;

/**
 * A remote broadcaster's credential as it is kept: what its token says of itself, not the token. Immutable; any thread.
 *
 * @param id what it is listed and revoked by, and its token names; no secret
 * @param name for people; the broadcaster is called that
 */
public record BroadcasterCredential(String id, String name, Instant createdAt, Instant expiresAt, boolean revoked)
        implements Issued {

    /** What can be said of one. */
    public enum State {
        GOOD,
        EXPIRED,
        REVOKED
    }

    public BroadcasterCredential {
        Names.check(name);
        if (id.isEmpty() || createdAt.isAfter(expiresAt)) {
            throw new IllegalArgumentException("a credential that is none");
        }
    }

    /** Whether a broadcaster may join by it. */
    public State state(Instant now) {
        if (revoked) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.GOOD : State.EXPIRED;
    }

    BroadcasterCredential withdrawn() {
        return new BroadcasterCredential(id, name, createdAt, expiresAt, true);
    }
}
