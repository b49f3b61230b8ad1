package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is on: the broadcaster, the relay, whether it is live, and the viewers' sessions with the two. On the room's thread. */
final class Stage {
    /** The reason with which a broadcaster's {@code leave} puts the viewer out of the room and not only out of the session. */
    private static final String REMOVED = "removed";

    private final Sessions sessions;
    private final RelaySeat relay;
    private final Handovers handovers;
    private final RelayTalk relayTalk;
    private final Announcements announcements;
    private final InstantSource clock;

    private @Nullable Seat broadcaster;
    private boolean live;
    private OfflineReason offlineReason = OfflineReason.NOT_STARTED;

    Stage(Supplier<String> ids, PathPolicy policy, int maxViewers, InstantSource clock, RoomObserver observer) {
        this.clock = clock;
        sessions = new Sessions(ids);
        relay = new RelaySeat(ids, policy.allowsRelay(), this::toBroadcaster);
        handovers =
                new Handovers(this, sessions, relay, policy, new DirectOnly(2 * maxViewers, clock), clock, observer);
        relayTalk = new RelayTalk(this, sessions, relay, handovers, clock);
        announcements = new Announcements(clock);
    }

    boolean isLive() {
        return live;
    }

    /** The path of each viewer that watches. */
    Map<Seat, MediaPath> watching() {
        return live ? sessions.answered() : Map.of();
    }

    /** What one viewer watches; during a handover the newer. */
    Optional<Attendee.Watched> watched(Seat viewer) {
        return !live
                ? Optional.empty()
                : sessions.of(viewer).stream()
                        .filter(session -> session.answered)
                        .reduce((older, newer) -> newer)
                        .map(session -> new Attendee.Watched(session.id, session.path));
    }

    @Nullable
    Seat broadcaster() {
        return broadcaster;
    }

    /** What the relay may say. */
    RelayEvents relayEvents() {
        return relayTalk;
    }

    /** A broadcaster takes the stage; it is not live before it says so. */
    void enter(Seat seat) {
        broadcaster = seat;
    }

    /** What viewers are to be told from the next tick on. */
    void announce(Announcement now) {
        announcements.announce(now);
    }

    /** For whom there was no place since this was asked last. */
    List<Seat> turnedOut() {
        return handovers.turnedOut();
    }

    /** Tells a new viewer how things stand; it is one of these by now. */
    void greet(Seat viewer, List<Seat> viewers) {
        announcements.greet(viewer, viewers);
        if (live) {
            handovers.begin(viewer, viewers.size());
        } else {
            viewer.member.send(new Message.Offline(offlineReason));
        }
    }

    /** Saying it twice changes nothing: the sessions that there are go on. */
    void live(List<Seat> viewers) {
        if (live) {
            return;
        }
        live = true;
        relay.onAir(sessions.any(MediaPath.RELAY), clock.instant());
        for (Seat viewer : viewers) {
            List<Session> kept = sessions.of(viewer);
            if (kept.isEmpty()) {
                handovers.begin(viewer, viewers.size());
            } else {
                viewer.member.send(new Message.Live(kept.get(0).id, MediaPath.RELAY.wire()));
            }
        }
    }

    /** The broadcaster says so: whatever it sends next may be something else, so every session begins anew. */
    void offline(OfflineReason reason, List<Seat> viewers) {
        goOffline(reason, viewers, false);
    }

    /** A broadcaster that vanished is expected back with the same: who is served by the relay waits for it where it is. */
    void broadcasterLeft(Seat seat, OfflineReason reason, List<Seat> viewers) {
        if (broadcaster == seat) {
            broadcaster = null;
            goOffline(reason, viewers, reason == OfflineReason.INTERRUPTED && relay.member() != null);
        }
    }

    private void goOffline(OfflineReason reason, List<Seat> viewers, boolean keepsRelayed) {
        if (!live && !sessions.any(MediaPath.RELAY)) {
            return;
        }
        live = false;
        relay.offAir();
        offlineReason = reason;
        for (Seat viewer : viewers) {
            Session kept = keepsRelayed ? playing(viewer) : null;
            for (Session session : sessions.of(viewer)) {
                if (session != kept) {
                    forget(session);
                }
            }
            viewer.member.send(new Message.Offline(reason, kept == null ? null : kept.id));
        }
    }

    private @Nullable Session playing(Seat viewer) {
        return sessions.of(viewer).stream()
                .filter(session -> session.path == MediaPath.RELAY && session.plays && session.turnedAway == null)
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    void viewerLeft(Seat viewer) {
        sessions.of(viewer).forEach(this::close);
    }

    void leaveSession(Seat viewer, String id) throws Refusal {
        Session session = sessions.of(viewer, id);
        handovers.left(session);
        close(session);
    }

    void offer(Seat viewer, Message.Offer offer) throws Refusal {
        Session session = sessions.of(viewer, offer.session());
        if (session.offered) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "The offer before this one has not been answered yet.");
        }
        session.offered = true;
        if (session.offeredAt == null) {
            session.offeredAt = clock.instant();
        }
        // Without a layer, whatever the viewer wrote: that is the relay's to ask for.
        pass(session, new Message.Offer(offer.session(), offer.sdp()));
    }

    void candidateFromViewer(Seat viewer, Message.Candidate candidate) throws Refusal {
        pass(sessions.of(viewer, candidate.session()), candidate);
    }

    void answer(Message.Answer answer) throws Refusal {
        if (relay.owns(answer.session())) {
            relay.answered(answer);
            return;
        }
        Session session = sessions.on(MediaPath.DIRECT, answer.session());
        if (!session.offered) {
            // Not fatal: one session that the broadcaster has got wrong must not cost all others theirs.
            throw new Refusal(ErrorCode.UNKNOWN_SESSION, "No offer waits for an answer in this session.");
        }
        answered(session, answer);
    }

    /** Whoever serves the session has answered. */
    void answered(Session session, Message.Answer answer) {
        session.offered = false;
        if (!session.answered) {
            session.began = clock.instant();
        }
        session.answered = true;
        session.viewer.member.send(answer);
    }

    void candidateFromBroadcaster(Message.Candidate candidate) throws Refusal {
        if (!relay.owns(candidate.session())) {
            // The relay needs none: the broadcaster's checks tell it where to answer.
            sessions.on(MediaPath.DIRECT, candidate.session()).viewer.member.send(candidate);
        }
    }

    /** The viewer that a {@code leave} with the reason {@code removed} was about; null: the session alone is over. */
    @Nullable
    Seat sessionEnded(String id, @Nullable String reason) throws Refusal {
        if (relay.owns(id)) {
            relay.endedByBroadcaster(id, clock.instant());
            return null;
        }
        if (REMOVED.equals(reason)) {
            // Whoever may be put out of the room is put out of it whichever way the picture takes.
            Session removed = sessions.onAnyPath(id);
            forget(removed);
            return removed.viewer;
        }
        Session session = sessions.on(MediaPath.DIRECT, id);
        sessions.close(session);
        session.viewer.member.send(new Message.Leave(id, reason));
        return null;
    }

    /** Looks at the clock. */
    void tick(List<Seat> viewers) {
        announcements.tick(viewers);
        if (live) {
            handovers.tick(viewers);
            relay.tick(sessions.any(MediaPath.RELAY), clock.instant());
        }
    }

    /** Passes something of a viewer's on to whoever serves the session. */
    void pass(Session session, Message message) {
        session.announced = true;
        if (session.path == MediaPath.DIRECT) {
            toBroadcaster(message);
            return;
        }
        session.keep(message);
        RelayMember member = relay.member();
        if (member != null && message instanceof Message.Offer offer) {
            member.viewerOffered(session.id, offer.sdp(), !session.viewer.member.followsHandovers());
        } else if (member != null && message instanceof Message.Candidate candidate) {
            member.viewerCandidate(session.id, candidate.candidate());
        }
    }

    /** Ends a session for whoever serves it; the viewer knows, or is told by the caller. */
    void close(Session session) {
        if (session.announced && session.path == MediaPath.DIRECT) {
            toBroadcaster(new Message.Leave(session.id, null));
        }
        forget(session);
    }

    /** As {@link #close}, where the broadcaster knows. */
    private void forget(Session session) {
        sessions.close(session);
        RelayMember member = relay.member();
        if (session.announced && session.path == MediaPath.RELAY && member != null) {
            member.viewerLeft(session.id);
        }
    }

    private void toBroadcaster(Message message) {
        if (broadcaster != null) {
            broadcaster.member.send(message);
        }
    }
}
