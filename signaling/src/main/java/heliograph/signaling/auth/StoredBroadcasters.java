package heliograph.signaling.auth;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in {@code broadcasters.json}. Immutable; any thread. */
record StoredBroadcasters(List<Entry> broadcasters) {
    static final String FILE = "broadcasters.json";

    StoredBroadcasters {
        broadcasters = List.copyOf(broadcasters);
    }

    static StoredBroadcasters of(Collection<BroadcasterCredential> credentials) {
        return new StoredBroadcasters(credentials.stream()
                .map(it -> new Entry(
                        it.id(),
                        it.name(),
                        it.createdAt().toString(),
                        it.expiresAt().toString(),
                        it.revoked()))
                .toList());
    }

    /** By id, in the file's order. */
    Map<String, BroadcasterCredential> byId() {
        Map<String, BroadcasterCredential> byId = new LinkedHashMap<>();
        broadcasters.forEach(entry -> byId.put(entry.id, entry.credential()));
        return byId;
    }

    record Entry(String id, String name, String createdAt, String expiresAt, boolean revoked) {
        Entry {
            new BroadcasterCredential(id, name, Instant.parse(createdAt), Instant.parse(expiresAt), revoked);
        }

        private BroadcasterCredential credential() {
            return new BroadcasterCredential(id, name, Instant.parse(createdAt), Instant.parse(expiresAt), revoked);
        }
    }
}
