package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is on: the broadcaster, whether it is live, and its sessions with the viewers. On the room's thread. */
final class Stage {
    /** How the media comes; one way until there is a relay. */
    private static final String PATH = "direct";

    /** The reason with which a broadcaster's {@code leave} puts the viewer out of the room and not only out of the session. */
    private static final String REMOVED = "removed";

    private final Sessions sessions;

    private @Nullable Seat broadcaster;
    private boolean live;
    private OfflineReason offlineReason = OfflineReason.NOT_STARTED;

    Stage(Sessions sessions) {
        this.sessions = sessions;
    }

    boolean isLive() {
        return live;
    }

    int watching() {
        return sessions.watching();
    }

    @Nullable
    Seat broadcaster() {
        return broadcaster;
    }

    /** A broadcaster takes the stage; it is not live before it says so. */
    void enter(Seat seat) {
        broadcaster = seat;
    }

    /** Tells a new viewer how things stand. */
    void greet(Seat viewer) {
        viewer.member.send(live ? liveFor(viewer) : new Message.Offline(offlineReason));
    }

    /** Saying it twice changes nothing: the sessions that there are go on. */
    void live(List<Seat> viewers) {
        if (live) {
            return;
        }
        live = true;
        viewers.forEach(viewer -> viewer.member.send(liveFor(viewer)));
    }

    void offline(OfflineReason reason, List<Seat> viewers) {
        if (!live) {
            return;
        }
        live = false;
        offlineReason = reason;
        sessions.clear();
        viewers.forEach(viewer -> viewer.member.send(new Message.Offline(reason)));
    }

    void broadcasterLeft(Seat seat, OfflineReason reason, List<Seat> viewers) {
        if (broadcaster == seat) {
            broadcaster = null;
            offline(reason, viewers);
        }
    }

    void viewerLeft(Seat viewer) {
        sessions.of(viewer).forEach(this::closeForBroadcaster);
    }

    void leaveSession(Seat viewer, String id) throws Refusal {
        closeForBroadcaster(sessions.of(viewer, id));
    }

    void offer(Seat viewer, Message.Offer offer) throws Refusal {
        Session session = sessions.of(viewer, offer.session());
        if (session.offered) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "The offer before this one has not been answered yet.");
        }
        session.offered = true;
        toBroadcaster(session, offer);
    }

    void answer(Message.Answer answer) throws Refusal {
        Session session = sessions.get(answer.session());
        if (!session.offered) {
            // Not fatal: one session that the broadcaster has got wrong must not cost all others theirs.
            throw new Refusal(ErrorCode.UNKNOWN_SESSION, "No offer waits for an answer in this session.");
        }
        session.offered = false;
        session.answered = true;
        session.viewer.member.send(answer);
    }

    void candidateFromViewer(Seat viewer, Message.Candidate candidate) throws Refusal {
        toBroadcaster(sessions.of(viewer, candidate.session()), candidate);
    }

    void candidateFromBroadcaster(Message.Candidate candidate) throws Refusal {
        sessions.get(candidate.session()).viewer.member.send(candidate);
    }

    /** The viewer that a {@code leave} with the reason {@code removed} was about; null: the session alone is over. */
    @Nullable
    Seat sessionEnded(String id, @Nullable String reason) throws Refusal {
        Session session = sessions.get(id);
        sessions.close(session);
        if (REMOVED.equals(reason)) {
            return session.viewer;
        }
        session.viewer.member.send(new Message.Leave(id, reason));
        return null;
    }

    private Message.Live liveFor(Seat viewer) {
        return new Message.Live(sessions.open(viewer).id, PATH);
    }

    private void toBroadcaster(Session session, Message message) {
        session.announced = true;
        if (broadcaster != null) {
            broadcaster.member.send(message);
        }
    }

    private void closeForBroadcaster(Session session) {
        sessions.close(session);
        if (session.announced && broadcaster != null) {
            broadcaster.member.send(new Message.Leave(session.id, null));
        }
    }
}
