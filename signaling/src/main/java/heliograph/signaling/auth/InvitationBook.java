package heliograph.signaling.auth;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The invitations of a data folder, as they are stored: made, used and revoked whole or not at all, whichever process does it.
 * Any thread; each call reads or writes.
 */
public final class InvitationBook {
    /** So long one can be open at most. */
    public static final Duration LONGEST = Duration.ofDays(366);
    /** So many people one can let in at most. */
    public static final int MOST_USES = 1000;

    static final String FILE = "invitations.json";
    /** As long as this, whoever comes late is told what became of it. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final int SECRET_LENGTH = 32;
    private static final int ID_LENGTH = 6;

    private final PrivateFolder folder;
    private final SecureRandom random;
    private final InstantSource clock;
    private final JsonFile<StoredInvitations> file;

    public InvitationBook(PrivateFolder folder, SecureRandom random, InstantSource clock) {
        this.folder = folder;
        this.random = random;
        this.clock = clock;
        file = new JsonFile<>(folder, FILE, StoredInvitations.class);
    }

    /**
     * A new invitation and its secret.
     *
     * @param secret what its link carries; the one time that it is known
     */
    public record Created(Invitation invitation, String secret) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Created[invitation=" + invitation + "]";
        }
    }

    /** Whether one can let in so many. */
    public static boolean isUses(int number) {
        return number >= 1 && number <= MOST_USES;
    }

    /** Whether one can be open so long. */
    public static boolean isTime(Duration time) {
        return time.compareTo(Duration.ZERO) > 0 && time.compareTo(LONGEST) <= 0;
    }

    /** Makes one. */
    public Created create(String name, int uses, Duration validFor) throws IOException {
        if (!isUses(uses) || !isTime(validFor)) {
            throw new IllegalArgumentException("not what an invitation may have");
        }
        Instant now = now();
        String secret = RandomText.of(random, SECRET_LENGTH);
        return folder.exclusively(() -> {
            Map<String, Invitation> all = stored();
            String id = RandomText.of(random, ID_LENGTH);
            while (all.containsKey(id)) {
                id = RandomText.of(random, ID_LENGTH);
            }
            Invitation made =
                    new Invitation(id, name, Sha256.hex(secret), now, now.plus(validFor), uses, 0, false, List.of());
            all.put(id, made);
            write(all);
            return new Created(made, secret);
        });
    }

    /** All that are still known, the oldest first. */
    public List<Invitation> list() throws IOException {
        return List.copyOf(stored().values());
    }

    /** Takes one back, which ends the sessions of those that came in by it; empty where there is none of that id. */
    public Optional<Invitation> revoke(String id) throws IOException {
        return folder.exclusively(() -> {
            Map<String, Invitation> all = stored();
            Invitation there = all.get(id);
            if (there == null) {
                return Optional.empty();
            }
            all.put(id, there.withdrawn());
            write(all);
            return Optional.of(there.withdrawn());
        });
    }

    /**
     * Counts one use of the invitation with this hash, unless the same attempt was counted a moment ago: then its answer was lost,
     * and it is answered again. Empty where there is none.
     */
    Optional<InvitationUse> use(String hash, @Nullable String attempt) throws IOException {
        return folder.exclusively(() -> {
            Map<String, Invitation> all = stored();
            Optional<Invitation> found =
                    all.values().stream().filter(it -> it.hash().equals(hash)).findFirst();
            return found.isEmpty() ? Optional.empty() : Optional.of(use(all, found.get(), attempt));
        });
    }

    private InvitationUse use(Map<String, Invitation> all, Invitation invitation, @Nullable String attempt)
            throws IOException {
        Instant now = clock.instant();
        Invitation.State state = invitation.state(now);
        if (state == Invitation.State.REVOKED || state == Invitation.State.EXPIRED) {
            return InvitationUse.refused(invitation, state);
        }
        Optional<Invitation.Recent> before = invitation.repeated(attempt, now);
        if (before.isPresent()) {
            return new InvitationUse(
                    invitation, Invitation.State.OPEN, before.get().family(), true);
        }
        if (state == Invitation.State.USED) {
            return InvitationUse.refused(invitation, state);
        }
        String family = UUID.randomUUID().toString();
        Invitation.@Nullable Recent use = attempt == null ? null : new Invitation.Recent(attempt, family, now);
        all.put(invitation.id(), invitation.usedOnce(use, now));
        write(all);
        return new InvitationUse(invitation, state, family, false);
    }

    private Map<String, Invitation> stored() throws IOException {
        return file.read().orElseGet(() -> new StoredInvitations(List.of())).byId();
    }

    private void write(Map<String, Invitation> all) throws IOException {
        Instant now = clock.instant();
        Instant forgotten = now.minus(REMEMBERED);
        all.values().removeIf(it -> it.expiresAt().isBefore(forgotten));
        all.replaceAll((id, it) -> it.at(now));
        file.write(StoredInvitations.of(all.values()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
