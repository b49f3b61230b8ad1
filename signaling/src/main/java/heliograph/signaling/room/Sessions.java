package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The viewers' sessions that are open, in the order of their beginning. On the room's thread. */
final class Sessions {
    private final Map<String, Session> byId = new LinkedHashMap<>();
    private final Map<Seat, List<Session>> byViewer = new HashMap<>();
    private final Supplier<String> ids;

    Sessions(Supplier<String> ids) {
        this.ids = ids;
    }

    Session open(Seat viewer, MediaPath path, Instant now) {
        Session session = new Session(ids.get(), viewer, path, now);
        byId.put(session.id, session);
        byViewer.computeIfAbsent(viewer, first -> new ArrayList<>()).add(session);
        return session;
    }

    /** Whoever serves one path knows nothing of the sessions on the other. */
    Session on(MediaPath path, String id) throws Refusal {
        Session session = find(path, id);
        if (session == null) {
            throw unknown();
        }
        return session;
    }

    /** Whoever serves it. */
    Session onAnyPath(String id) throws Refusal {
        Session session = byId.get(id);
        if (session == null) {
            throw unknown();
        }
        return session;
    }

    /** As {@link #on}, for those who need no complaint. */
    @Nullable
    Session find(MediaPath path, String id) {
        Session session = byId.get(id);
        return session == null || session.path != path ? null : session;
    }

    /** Somebody else's session is as unknown as one that never was: nobody learns which there are. */
    Session of(Seat viewer, String id) throws Refusal {
        Session session = byId.get(id);
        if (session == null || session.viewer != viewer) {
            throw unknown();
        }
        return session;
    }

    /** A copy: one; two during a handover, the old one first. */
    List<Session> of(Seat viewer) {
        return List.copyOf(byViewer.getOrDefault(viewer, List.of()));
    }

    /** A copy: whoever goes through it may close some. */
    List<Session> all() {
        return List.copyOf(byId.values());
    }

    int count(MediaPath path) {
        return (int)
                byId.values().stream().filter(session -> session.path == path).count();
    }

    boolean any(MediaPath path) {
        return byId.values().stream().anyMatch(session -> session.path == path);
    }

    void close(Session session) {
        byId.remove(session.id);
        byViewer.computeIfPresent(session.viewer, (viewer, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    /** The path of each viewer with an answer; during a handover that of the newer. */
    Map<Seat, MediaPath> answered() {
        Map<Seat, MediaPath> paths = new HashMap<>();
        byId.values().stream()
                .filter(session -> session.answered)
                .forEach(session -> paths.put(session.viewer, session.path));
        return paths;
    }

    private static Refusal unknown() {
        return new Refusal(ErrorCode.UNKNOWN_SESSION, "There is no such session; it may have ended.");
    }
}
