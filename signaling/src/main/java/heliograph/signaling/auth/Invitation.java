package heliograph.signaling.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as it is kept: without its secret, of which only a hash is known. Immutable; any thread.
 *
 * @param id what it is listed and revoked by; no secret
 * @param name for people; whoever comes in by it is called that
 * @param hash SHA-256 of the secret, in hex. Fast, because nobody can try 160 random bits, and without salt, so that it can
 *     be looked up
 * @param uses how often it lets in
 * @param used how often it has
 * @param recent who came in by it a moment ago
 */
public record Invitation(
        String id,
        String name,
        String hash,
        Instant createdAt,
        Instant expiresAt,
        int uses,
        int used,
        boolean revoked,
        List<Recent> recent)
        implements Issued {
    /** So long whoever came in, and did not hear the answer, is let in again without another use. */
    static final Duration REPEATABLE = Duration.ofMinutes(1);
    /** So many at most are remembered, the newest: as many as one invitation can let in. */
    static final int MOST_RECENT = InvitationBook.MOST_USES;

    /**
     * Somebody who came in.
     *
     * @param attempt SHA-256 of what the page made up for this attempt, in hex
     * @param family what the tokens share that it got and gets
     * @param at when the use was counted
     */
    record Recent(String attempt, String family, Instant at) {
        Recent {
            if (attempt.length() != 64 || family.isEmpty()) {
                throw new IllegalArgumentException("a use that is none");
            }
        }
    }

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
        recent = List.copyOf(recent);
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

    /** With one use more; {@code use} is null where nobody could tell this one from another who knows the secret. */
    Invitation usedOnce(@Nullable Recent use, Instant now) {
        List<Recent> still = new ArrayList<>(repeatable(now));
        if (use != null) {
            still.add(use);
        }
        List<Recent> newest = still.subList(Math.max(0, still.size() - MOST_RECENT), still.size());
        return new Invitation(id, name, hash, createdAt, expiresAt, uses, used + 1, revoked, newest);
    }

    /** Without those who came in too long ago to be let in again. */
    Invitation at(Instant now) {
        return new Invitation(id, name, hash, createdAt, expiresAt, uses, used, revoked, repeatable(now));
    }

    Invitation withdrawn() {
        return new Invitation(id, name, hash, createdAt, expiresAt, uses, used, true, List.of());
    }

    /** Who came in a moment ago with the same attempt. */
    Optional<Recent> repeated(@Nullable String attempt, Instant now) {
        return repeatable(now).stream()
                .filter(it -> it.attempt().equals(attempt))
                .findFirst();
    }

    private List<Recent> repeatable(Instant now) {
        return recent.stream().filter(it -> isRepeatable(it, now)).toList();
    }

    /** Not from before the use either: a clock that was set back does not make the minute longer. */
    private static boolean isRepeatable(Recent use, Instant now) {
        return !now.isBefore(use.at()) && now.isBefore(use.at().plus(REPEATABLE));
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "Invitation[id=" + id + ", name=" + name + "]";
    }
}
