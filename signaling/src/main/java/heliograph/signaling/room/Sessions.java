package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The sessions that are open. On the room's thread. */
final class Sessions {
    private final Map<String, Session> byId = new HashMap<>();
    private final Supplier<String> ids;

    Sessions(Supplier<String> ids) {
        this.ids = ids;
    }

    Session open(Seat viewer) {
        Session session = new Session(ids.get(), viewer);
        byId.put(session.id, session);
        return session;
    }

    Session get(String id) throws Refusal {
        Session session = byId.get(id);
        if (session == null) {
            throw unknown();
        }
        return session;
    }

    /** Somebody else's session is as unknown as one that never was: nobody learns which there are. */
    Session of(Seat viewer, String id) throws Refusal {
        Session session = get(id);
        if (session.viewer != viewer) {
            throw unknown();
        }
        return session;
    }

    List<Session> of(Seat viewer) {
        return byId.values().stream()
                .filter(session -> session.viewer == viewer)
                .toList();
    }

    void close(Session session) {
        byId.remove(session.id);
    }

    void clear() {
        byId.clear();
    }

    int watching() {
        return (int) byId.values().stream()
                .filter(session -> session.answered)
                .map(session -> session.viewer)
                .distinct()
                .count();
    }

    private static Refusal unknown() {
        return new Refusal(ErrorCode.UNKNOWN_SESSION, "There is no such session; it may have ended.");
    }
}
