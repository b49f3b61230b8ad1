package heliograph.signaling.auth;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The remote broadcasters' credentials as a running server knows them: those of the data folder as they are now. Safe for use
 * by many threads.
 */
public final class Broadcasters {
    private final JsonFile<StoredBroadcasters> file;
    private volatile Map<String, BroadcasterCredential> byId;

    private Broadcasters(JsonFile<StoredBroadcasters> file, Map<String, BroadcasterCredential> byId) {
        this.file = file;
        this.byId = byId;
    }

    /**
     * Those of the folder.
     *
     * @throws IOException when the file cannot be read, or is not what this program wrote
     */
    public static Broadcasters open(PrivateFolder folder) throws IOException {
        JsonFile<StoredBroadcasters> file = new JsonFile<>(folder, StoredBroadcasters.FILE, StoredBroadcasters.class);
        return new Broadcasters(file, read(file));
    }

    /** Whether it is there and not revoked; until when it is good, its token says. */
    boolean holds(String id) {
        BroadcasterCredential credential = byId.get(id);
        return credential != null && !credential.revoked();
    }

    /**
     * Reads the file again if it is another; what became of which, for the audit. A file that is damaged changes nothing.
     *
     * @throws IOException when it cannot be read, or is damaged
     */
    List<String> reload() throws IOException {
        if (!file.changed()) {
            return List.of();
        }
        Map<String, BroadcasterCredential> before = byId;
        Map<String, BroadcasterCredential> now = read(file);
        byId = now;
        return Issued.changes(before, now);
    }

    private static Map<String, BroadcasterCredential> read(JsonFile<StoredBroadcasters> file) throws IOException {
        return file.read().map(StoredBroadcasters::byId).orElse(Map.of());
    }
}
