package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import heliograph.signaling.protocol.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The room: who is there, and who may say what, when. All calls on one thread, the room's ({@link RoomThread}).
 *
 * <p>A member is first {@link #connected}, then says {@code join}, then what its role allows. Whoever breaks a rule is
 * told its code; a fatal one ends that member and touches nobody else.
 */
public final class Room {
    private final Admission admission;
    private final Review review;
    private final RoomLimits limits;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final RoomObserver observer;
    private final Seats seats = new Seats();
    private final Stage stage;
    private final Capacity capacity;
    private final Attendance attendance;
    private Audience audience = new Audience(false, 0, 0, 0);
    private boolean closed;

    /** {@code ids} makes ids that nobody can guess. */
    public Room(
            Admission admission,
            IceServerSource iceServers,
            RoomLimits limits,
            PathPolicy policy,
            InstantSource clock,
            Supplier<String> ids,
            RoomObserver observer) {
        this.admission = admission;
        this.review = new Review(admission, iceServers);
        this.limits = limits;
        this.clock = clock;
        this.ids = ids;
        this.observer = observer;
        capacity = new Capacity(limits, clock);
        attendance = new Attendance(observer);
        stage = new Stage(ids, policy, limits.maxViewers(), clock, observer);
    }

    /** Somebody is at the door and has {@link RoomLimits#joinTimeout} to say who. */
    public void connected(Member member) {
        if (closed) {
            member.end(ErrorCode.GOING_AWAY, "The server is ending.");
            return;
        }
        Instant joinBy = clock.instant().plus(limits.joinTimeout());
        seats.add(new Seat(member, ids.get(), new TokenBucket(limits.viewerRate(), clock), joinBy));
    }

    /** A member said something that took so many bytes on the wire. What the departed said is passed over. */
    public void received(Member member, Message message, int bytes) {
        Seat seat = seats.of(member);
        if (seat == null) {
            return;
        }
        try {
            if (!seat.bucket.take()) {
                throw new Refusal(ErrorCode.TOO_FAST, "Too many messages.");
            }
            if (bytes > largest(message)) {
                throw new Refusal(ErrorCode.TOO_LARGE, "At most " + largest(message) + " bytes for this message.");
            }
            handle(seat, message);
        } catch (Refusal refusal) {
            refuse(seat, refusal);
        }
        afterwards();
    }

    /** A member did something that is no message: garbage, or nothing at all for too long. It is ended. */
    public void fault(Member member, ErrorCode code, String text) {
        Seat seat = seats.of(member);
        if (seat != null) {
            refuse(seat, new Refusal(code, text));
            afterwards();
        }
    }

    /** A member's connection is gone. */
    public void left(Member member) {
        Seat seat = seats.of(member);
        if (seat != null) {
            forget(seat, "gone", OfflineReason.INTERRUPTED);
            afterwards();
        }
    }

    /**
     * Looks at the clock: whoever has not joined in time, or may not stay any longer, is ended; whose ICE servers would
     * ask for more before long is told of them anew; whoever is better served by another path is moved.
     */
    public void tick() {
        Instant now = clock.instant();
        for (Seat seat : seats.all()) {
            try {
                review.of(seat, now);
            } catch (Refusal refusal) {
                refuse(seat, refusal);
            }
        }
        stage.tick(seats.viewers());
        afterwards();
        attendance.tell(seats.viewers(), stage);
    }

    /** The relay, a part of this process, has something to say; nobody who comes in by a token can. */
    public void relay(Consumer<RelayEvents> said) {
        if (!closed) {
            said.accept(stage.relayEvents());
            afterwards();
        }
    }

    /** The broadcaster's own program says this of the broadcast. */
    public void announce(Announcement announcement) {
        stage.announce(announcement);
    }

    /** The broadcaster's own program puts this viewer out, and whoever else is here by its sign-in. Nothing, if it is gone. */
    public void remove(String viewer) {
        seats.viewer(viewer).ifPresent(seat -> {
            if (seat.pass != null) {
                remove(seat.member, seat.pass);
            }
        });
        afterwards();
    }

    /** Ends everybody; nobody comes in any more. */
    public void close() {
        closed = true;
        for (Seat seat : seats.all()) {
            seats.remove(seat);
            seat.member.end(ErrorCode.GOING_AWAY, "The server is ending.");
        }
    }

    private int largest(Message message) {
        return message instanceof Message.Offer || message instanceof Message.Answer
                ? limits.descriptionBytes()
                : limits.messageBytes();
    }

    private void handle(Seat seat, Message message) throws Refusal {
        if (seat.pass == null) {
            if (!(message instanceof Message.Join join)) {
                throw new Refusal(ErrorCode.NOT_ALLOWED, "The first message must be join.");
            }
            join(seat, join);
        } else if (seat.pass.role() == Role.VIEWER) {
            fromViewer(seat, message);
        } else {
            fromBroadcaster(seat, message);
        }
    }

    private void join(Seat seat, Message.Join join) throws Refusal {
        Pass pass = letIn(join.token(), seat.member);
        seat.pass = pass;
        seat.joinedAt = clock.instant();
        observer.joined(seat.id, pass.role(), pass.name());
        admission.joined(pass, seat.member.address());
        seat.member.send(new Message.Joined(
                seat.id, pass.role(), pass.name(), review.iceServersOf(seat, clock.instant()), pass.expiresAt()));
        if (pass.role() == Role.VIEWER) {
            stage.greet(seat, seats.viewers());
        } else {
            seat.bucket.refill(limits.broadcasterRate());
            Seat before = stage.broadcaster();
            if (before != null) {
                refuse(before, new Refusal(ErrorCode.REPLACED, "Another broadcaster took the room over."));
            }
            stage.enter(seat);
        }
    }

    private Pass letIn(String token, Member member) throws Refusal {
        Pass pass = null;
        try {
            pass = admission.admit(token);
            if (pass.role() == Role.VIEWER) {
                capacity.take(pass, member, seats).ifPresent(this::giveUp);
            }
            return pass;
        } catch (Refusal refusal) {
            admission.turnedAway(pass, member.address(), member.site(), refusal.code());
            throw refusal;
        }
    }

    private void giveUp(Seat seat) {
        admission.turnedAway(seat.pass, seat.member.address(), seat.member.site(), ErrorCode.FULL);
        refuse(seat, new Refusal(ErrorCode.FULL, "The room is full, and this place was for somebody with fewer."));
    }

    private void fromViewer(Seat seat, Message message) throws Refusal {
        if (message instanceof Message.Offer offer) {
            stage.offer(seat, offer);
        } else if (message instanceof Message.Candidate candidate) {
            stage.candidateFromViewer(seat, candidate);
        } else if (message instanceof Message.Leave leave && leave.session() != null) {
            stage.leaveSession(seat, leave.session());
        } else if (message instanceof Message.Leave) {
            leave(seat);
        } else {
            throw notFor(seat);
        }
    }

    private void fromBroadcaster(Seat seat, Message message) throws Refusal {
        if (message instanceof Message.Live) {
            stage.live(seats.viewers());
        } else if (message instanceof Message.Offline offline) {
            stage.offline(offline.reason(), seats.viewers());
        } else if (message instanceof Message.Answer answer) {
            stage.answer(answer);
        } else if (message instanceof Message.Candidate candidate) {
            stage.candidateFromBroadcaster(candidate);
        } else if (message instanceof Message.Leave leave && leave.session() != null) {
            Seat removed = stage.sessionEnded(leave.session(), leave.reason());
            if (removed != null && removed.pass != null) {
                remove(removed.member, removed.pass);
            }
        } else if (message instanceof Message.Leave) {
            leave(seat);
        } else {
            throw notFor(seat);
        }
    }

    /** With this viewer goes its whole family. */
    private void remove(Member member, Pass pass) {
        admission.revoke(pass, member.address());
        seats.family(pass)
                .forEach(viewer ->
                        refuse(viewer, new Refusal(ErrorCode.REMOVED, "The broadcaster removed this viewer.")));
    }

    private static Refusal notFor(Seat seat) {
        String role = seat.is(Role.VIEWER) ? "viewer" : "broadcaster";
        return new Refusal(ErrorCode.NOT_ALLOWED, "A " + role + " may not send this.");
    }

    private void leave(Seat seat) {
        forget(seat, "left", OfflineReason.ENDED);
        seat.member.end();
    }

    private void refuse(Seat seat, Refusal refusal) {
        if (refusal.code().fatal()) {
            forget(seat, refusal.code().name(), OfflineReason.INTERRUPTED);
            seat.member.end(refusal.code(), refusal.text());
        } else {
            seat.member.send(new Message.Refused(refusal.code(), refusal.text()));
        }
    }

    /** The seat is empty; {@code reason} is what viewers hear when it was the broadcaster's. */
    private void forget(Seat seat, String why, OfflineReason reason) {
        seats.remove(seat);
        if (seat.pass == null) {
            return;
        }
        if (seat.is(Role.VIEWER)) {
            stage.viewerLeft(seat);
        } else {
            stage.broadcasterLeft(seat, reason, seats.viewers());
        }
        observer.left(seat.id, seat.pass.role(), why);
    }

    /** What each event may have brought about: somebody without a place, another audience. */
    private void afterwards() {
        for (Seat seat : stage.turnedOut()) {
            refuse(
                    seat,
                    new Refusal(
                            ErrorCode.FULL, "The relay does not reach you, and as many as can be are served without."));
        }
        Audience now = Audience.of(
                stage.isLive(), seats.viewers().size(), stage.watching().values());
        if (!now.equals(audience)) {
            audience = now;
            observer.audience(now);
        }
    }
}
