package heliograph.signaling.room;

import heliograph.signaling.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which path each viewer takes, and its change from one to the other: a handover opens a new session beside the old, and the
 * viewer leaves the old one when the new one has a picture. On the room's thread.
 */
final class Handovers {
    /** For so long a viewer may have two sessions. */
    static final Duration BOTH = Duration.ofSeconds(10);

    /** After the relay has brought nothing to one who tried it, nobody who has a picture is moved there for so long. */
    static final Duration DOUBTED = Duration.ofSeconds(10);

    /** Each costs the broadcaster or the relay a handshake, and the broadcaster an encode or its uplink both pictures for a moment. */
    static final RoomLimits.Rate RATE = new RoomLimits.Rate(4, 4);

    private static final String REFUSED = "refused";

    private final Stage stage;
    private final Sessions sessions;
    private final RelaySeat relay;
    private final PathPolicy policy;
    private final DirectOnly directOnly;
    private final InstantSource clock;
    private final RoomObserver observer;
    private final TokenBucket pace;
    private final Calm calm;

    /** For whom there is no place; the room ends them. */
    private final Set<Seat> turnedOut = new LinkedHashSet<>();

    private Instant doubtedUntil = Instant.EPOCH;

    Handovers(
            Stage stage,
            Sessions sessions,
            RelaySeat relay,
            PathPolicy policy,
            DirectOnly directOnly,
            InstantSource clock,
            RoomObserver observer) {
        this.stage = stage;
        this.sessions = sessions;
        this.relay = relay;
        this.policy = policy;
        this.directOnly = directOnly;
        this.clock = clock;
        this.observer = observer;
        pace = new TokenBucket(RATE, clock);
        calm = new Calm(sessions);
    }

    /** A viewer that has no session gets its first, in an audience of so many. */
    void begin(Seat viewer, int viewers) {
        boolean wanted = policy.prefersRelay(viewers) && relay.member() != null;
        boolean isException = directOnly.contains(viewer);
        if (wanted && isException && !hasRoomForException()) {
            turnedOut.add(viewer);
            return;
        }
        boolean byRelay = wanted && !isException && (relay.isUsable(clock.instant()) || !hasRoomForDirect());
        open(viewer, byRelay ? MediaPath.RELAY : MediaPath.DIRECT, "begins");
    }

    /** For whom there was no place since this was asked last: neither by the relay nor directly. */
    List<Seat> turnedOut() {
        List<Seat> all = List.copyOf(turnedOut);
        turnedOut.clear();
        return all;
    }

    /** The relay cannot read the offer: the broadcaster gets it, unless the viewer has a session there already. */
    void refused(Session session) {
        notForRelay(session, REFUSED);
    }

    /** The relay has a viewer that it is not for: it goes directly, now or when the pace allows. */
    void notForRelay(Session session, String why) {
        directOnly.add(session.viewer);
        session.turnedAway = why;
        if (stage.isLive()) {
            var unused = toDirect(session, why);
        }
    }

    /** A viewer needs a session no longer. That it gives the newer of two up says that this one brought nothing, for now. */
    void left(Session session) {
        if (isSecond(session) && session.path == MediaPath.RELAY) {
            directOnly.add(session.viewer);
        }
    }

    void tick(List<Seat> viewers) {
        Instant now = clock.instant();
        for (Seat viewer : viewers) {
            List<Session> both = sessions.of(viewer);
            if (both.size() > 1 && !now.isBefore(both.get(1).opened.plus(BOTH))) {
                end(both.get(0), "moved");
            }
        }
        turnAway(now);
        boolean isUsable = relay.isUsable(now);
        if (!isUsable) {
            moveAway();
        }
        if (!isUsable || !policy.prefersRelay(viewers.size()) || !moveTo(viewers)) {
            calm.nobodyWaits();
        }
    }

    /** Who waits for too long, or has waited for its turn, goes directly. */
    private void turnAway(Instant now) {
        for (Session session : sessions.all()) {
            if (session.path != MediaPath.RELAY || !isNewest(session)) {
                continue;
            }
            FirstPicture picture = FirstPicture.of(session, relay.provenAt(), now);
            // To be late is what happens to many at once on a machine that has too much to do.
            boolean waits = picture == FirstPicture.IN_TIME || mustStay(session);
            if (session.turnedAway == null && waits) {
                continue;
            }
            if (!toDirect(session, session.turnedAway == null ? "late" : session.turnedAway)) {
                return;
            }
            if (session.turnedAway == null) {
                late(session.viewer, picture, now);
            }
        }
    }

    private void late(Seat viewer, FirstPicture picture, Instant now) {
        if (picture == FirstPicture.UPSTREAM_IS_LATE) {
            doubtedUntil = now.plus(DOUBTED);
        }
        // Who has to come again by itself would find the same relay.
        if (picture == FirstPicture.VIEWER_IS_LATE || !viewer.member.followsHandovers()) {
            directOnly.add(viewer);
        }
    }

    /** Encodes are saved by moving everybody over; one alone tries it, while nobody has. True: somebody waits for the others to be calm. */
    private boolean moveTo(List<Seat> viewers) {
        Instant now = clock.instant();
        List<Seat> movable = viewers.stream().filter(this::isMovable).toList();
        for (Seat viewer : movable) {
            if (relay.provenAt() == null && (isTried() || now.isBefore(doubtedUntil))) {
                return false;
            }
            if (!calm.suits(now) || !pace.take()) {
                return true;
            }
            open(viewer, MediaPath.RELAY, "many");
        }
        return !movable.isEmpty();
    }

    private boolean isMovable(Seat viewer) {
        List<Session> one = sessions.of(viewer);
        return one.size() == 1
                && one.get(0).path == MediaPath.DIRECT
                && one.get(0).answered
                && viewer.member.followsHandovers()
                && !directOnly.contains(viewer);
    }

    private boolean isTried() {
        Instant then = clock.instant().minus(BOTH);
        return sessions.all().stream()
                .anyMatch(session -> session.path == MediaPath.RELAY && session.opened.isAfter(then));
    }

    /** The relay is gone, and nobody stays with it; or it brings nothing for now, and who can be direct is. */
    private void moveAway() {
        for (Session session : sessions.all()) {
            boolean moves = session.path == MediaPath.RELAY && isNewest(session) && !mustStay(session);
            if (moves && !toDirect(session, "relay-failed")) {
                return;
            }
        }
    }

    /**
     * Whether a viewer waits for the relay to come back, as there are as many direct ones as there may be: a machine that cannot serve
     * the crowd by one encode can even less by one for each.
     */
    private boolean mustStay(Session session) {
        return relay.member() != null && sessions.of(session.viewer).size() == 1 && !hasRoomForDirect();
    }

    private boolean hasRoomForDirect() {
        return sessions.count(MediaPath.DIRECT) < policy.directAtMost();
    }

    private boolean hasRoomForException() {
        return sessions.count(MediaPath.DIRECT) < policy.exceptionsAtMost();
    }

    /** False: too many go at the same time, and this one has to wait. */
    private boolean toDirect(Session session, String why) {
        Seat viewer = session.viewer;
        if (sessions.of(viewer).size() > 1) {
            // There is another already; that costs nobody anything.
            end(session, why);
            return true;
        }
        if (session.turnedAway != null && !hasRoomForException()) {
            // Who has a picture, as it is, keeps it and waits; who has none is told so.
            if (!session.plays) {
                turnedOut.add(viewer);
            }
            return true;
        }
        if (!pace.take()) {
            return false;
        }
        if (why.equals(REFUSED)) {
            takeOver(session);
        } else if (viewer.member.followsHandovers()) {
            // It stays until the viewer leaves it: what still comes by it is shown until there is better.
            open(viewer, MediaPath.DIRECT, why);
        } else {
            end(session, why);
        }
        return true;
    }

    /** An offer that the relay cannot read is for the broadcaster to answer, in the same session. */
    private void takeOver(Session session) {
        session.path = MediaPath.DIRECT;
        session.viewer.member.send(new Message.Live(session.id, MediaPath.DIRECT.wire()));
        observer.path(session.viewer.id, MediaPath.DIRECT, REFUSED);
        session.unanswered().forEach(message -> stage.pass(session, message));
    }

    private void open(Seat viewer, MediaPath path, String why) {
        if (path == MediaPath.RELAY) {
            relay.need(clock.instant());
        }
        Session session = sessions.open(viewer, path, clock.instant());
        viewer.member.send(new Message.Live(session.id, path.wire()));
        observer.path(viewer.id, path, why);
    }

    private void end(Session session, String why) {
        stage.close(session);
        session.viewer.member.send(new Message.Leave(session.id, why));
    }

    /** The newer one of two. */
    private boolean isSecond(Session session) {
        return sessions.of(session.viewer).size() > 1 && isNewest(session);
    }

    private boolean isNewest(Session session) {
        List<Session> all = sessions.of(session.viewer);
        return !all.isEmpty() && all.get(all.size() - 1) == session;
    }
}
