package heliograph.signaling.auth;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invitations as a running server knows them: those of the data folder as they are now. Safe for use by many threads. */
public final class Invitations {
    private final JsonFile<StoredInvitations> file;
    private final InvitationBook book;
    private final InstantSource clock;
    private volatile Map<String, Invitation> byId;

    private Invitations(
            JsonFile<StoredInvitations> file, InvitationBook book, InstantSource clock, Map<String, Invitation> byId) {
        this.file = file;
        this.book = book;
        this.clock = clock;
        this.byId = byId;
    }

    /**
     * Those of the folder.
     *
     * @throws IOException when the file cannot be read, or is not what this program wrote
     */
    public static Invitations open(PrivateFolder folder, InvitationBook book, InstantSource clock) throws IOException {
        JsonFile<StoredInvitations> file = new JsonFile<>(folder, InvitationBook.FILE, StoredInvitations.class);
        return new Invitations(file, book, clock, read(file));
    }

    /** Whether whoever came in by it may stay: used up or not, it has neither expired nor been revoked. */
    boolean holds(String id) {
        return holdsUntil(id).filter(until -> clock.instant().isBefore(until)).isPresent();
    }

    /** Until when those who came in by it may stay; empty where they may not. */
    Optional<Instant> holdsUntil(String id) {
        Invitation invitation = byId.get(id);
        return invitation == null || invitation.revoked() ? Optional.empty() : Optional.of(invitation.expiresAt());
    }

    /** Uses the invitation that has this secret, in this attempt. Reads and writes. */
    Optional<InvitationUse> use(String secret, Optional<String> attempt) throws IOException {
        Optional<InvitationUse> use =
                book.use(Sha256.hex(secret), attempt.map(Sha256::hex).orElse(null));
        // Known here at once, or the token that is made now would be refused until the next look at the file.
        use.ifPresent(it -> know(it.invitation()));
        return use;
    }

    /**
     * Reads the file again if it is another; what became of which invitation, for the audit. A file that is damaged changes
     * nothing.
     *
     * @throws IOException when it cannot be read, or is damaged
     */
    List<String> reload() throws IOException {
        if (!file.changed()) {
            return List.of();
        }
        synchronized (this) {
            Map<String, Invitation> before = byId;
            Map<String, Invitation> now = read(file);
            byId = now;
            return Issued.changes(before, now);
        }
    }

    private synchronized void know(Invitation invitation) {
        Map<String, Invitation> more = new LinkedHashMap<>(byId);
        if (more.putIfAbsent(invitation.id(), invitation) == null) {
            byId = more;
        }
    }

    private static Map<String, Invitation> read(JsonFile<StoredInvitations> file) throws IOException {
        return file.read().map(StoredInvitations::byId).orElse(Map.of());
    }
}
