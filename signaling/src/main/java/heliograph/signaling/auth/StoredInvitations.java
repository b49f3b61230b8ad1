package heliograph.signaling.auth;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in {@code invitations.json}. Immutable; any thread. */
record StoredInvitations(List<Entry> invitations) {
    StoredInvitations {
        invitations = List.copyOf(invitations);
        for (Entry entry : invitations) {
            // Throws where it is none.
            var unused = entry.invitation();
        }
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
                it.revoked(),
                it.recent().stream()
                        .map(use ->
                                new Use(use.attempt(), use.family(), use.at().toString()))
                        .toList())));
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
            boolean revoked,
            @Nullable List<Use> recent) {
        private Invitation invitation() {
            // What was written before uses were remembered has none.
            List<Use> known = recent == null ? List.of() : recent;
            return new Invitation(
                    id,
                    name,
                    hash,
                    Instant.parse(createdAt),
                    Instant.parse(expiresAt),
                    uses,
                    used,
                    revoked,
                    known.stream().map(Use::recent).toList());
        }
    }

    record Use(String attempt, String family, String at) {
        private Invitation.Recent recent() {
            return new Invitation.Recent(attempt, family, Instant.parse(at));
        }
    }
}
