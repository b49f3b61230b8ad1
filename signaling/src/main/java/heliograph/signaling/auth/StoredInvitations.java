package heliograph.signaling.auth;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in {@code invitations.json}. Immutable; any thread. */
record StoredInvitations(List<Entry> invitations) {
    StoredInvitations {
        invitations = List.copyOf(invitations);
    }

    static StoredInvitations of(Iterable<Invitation> invitations) {
        List<Entry> entries = new java.util.ArrayList<>();
        invitations.forEach(it -> entries.add(new Entry(
                it.id(),
                it.name(),
                it.hash(),
                it.createdAt().toString(),
                it.expiresAt().toString(),
                it.uses(),
                it.used(),
                it.revoked())));
        return new StoredInvitations(entries);
    }

    /** By id, in the file's order. */
    Map<String, Invitation> byId() {
        Map<String, Invitation> byId = new LinkedHashMap<>();
        invitations.forEach(entry -> byId.put(entry.id, entry.invitation()));
        return byId;
    }

    record Entry(
            String id,
            String name,
            String hash,
            String createdAt,
            String expiresAt,
            int uses,
            int used,
            boolean revoked) {
        Entry {
            new Invitation(id, name, hash, Instant.parse(createdAt), Instant.parse(expiresAt), uses, used, revoked);
        }

        private Invitation invitation() {
            return new Invitation(
                    id, name, hash, Instant.parse(createdAt), Instant.parse(expiresAt), uses, used, revoked);
        }
    }
}
