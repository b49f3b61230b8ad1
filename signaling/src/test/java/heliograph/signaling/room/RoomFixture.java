package heliograph.signaling.room;

import heliograph.signaling.ice.IceServers;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A room with fake members; the token {@code viewer} lets a viewer in and {@code broadcaster} a broadcaster. */
final class RoomFixture implements RoomObserver, Admission {
    static final IceServers ICE = new IceServers(List.of("stun:stun.example.org"), List.of(), null);

    final TestClock clock = new TestClock();
    final Instant expiresAt = clock.instant().plus(Duration.ofHours(12));
    final Instant broadcasterUntil = expiresAt.plus(Duration.ofDays(1));
    final List<Audience> audiences = new ArrayList<>();
    final List<List<Attendee>> attendance = new ArrayList<>();
    final List<String> comings = new ArrayList<>();
    final List<String> paths = new ArrayList<>();
    /** Accounts that are no more. */
    final Set<String> gone = new HashSet<>();
    /** What the next viewers that are looked at get. */
    final Queue<Message.Token> renewals = new ArrayDeque<>();

    final Queue<Message.Token> broadcasterRenewals = new ArrayDeque<>();

    final List<String> revoked = new ArrayList<>();
    final List<String> turnedAway = new ArrayList<>();
    final Room room;
    private int lastId;
    private int lastFamily;

    RoomFixture() {
        this(RoomLimits.forViewers(200));
    }

    RoomFixture(RoomLimits limits) {
        this(limits, ICE);
    }

    RoomFixture(RoomLimits limits, IceServerSource iceServers) {
        this(limits, iceServers, PathPolicy.DEFAULT);
    }

    RoomFixture(RoomLimits limits, IceServerSource iceServers, PathPolicy policy) {
        room = new Room(this, iceServers, limits, policy, clock, () -> "id" + ++lastId, this);
    }

    @Override
    public void recheck(Pass pass) throws Refusal {
        if (gone.contains(pass.name())) {
            throw new Refusal(ErrorCode.UNAUTHORIZED, "no longer");
        }
    }

    @Override
    public Optional<Message.Token> renew(Pass pass) {
        return Optional.ofNullable((pass.role() == Role.VIEWER ? renewals : broadcasterRenewals).poll());
    }

    @Override
    public void turnedAway(@Nullable Pass pass, String address, String site, ErrorCode code) {
        turnedAway.add((pass == null ? "nobody" : pass.name()) + " " + code);
    }

    @Override
    public void revoke(Pass pass, String address) {
        revoked.add(pass.family() + " " + address);
    }

    @Override
    public Pass admit(String token) throws Refusal {
        if (token.startsWith("account ")) {
            return new Pass(Role.VIEWER, token, expiresAt, "family" + ++lastFamily, new Grant.Account(token, "1"));
        }
        return switch (token) {
            case "viewer" ->
                new Pass(Role.VIEWER, "anna", expiresAt, "family" + ++lastFamily, new Grant.Account("anna", "1"));
            case "shared" -> new Pass(Role.VIEWER, "anna", expiresAt, "shared", new Grant.Account("anna", "1"));
            case "broadcaster" -> new Pass(Role.BROADCASTER, "studio", broadcasterUntil, "studio", new Grant.Studio());
            case "expired" -> throw new Refusal(ErrorCode.TOKEN_EXPIRED, "old");
            default -> throw new Refusal(ErrorCode.UNAUTHORIZED, "bad");
        };
    }

    FakeMember connect() {
        FakeMember member = new FakeMember();
        room.connected(member);
        return member;
    }

    /** A sign-in of its own, by this account from this site. */
    FakeMember come(String account, String site) {
        FakeMember member = connect();
        member.site = site;
        say(member, new Message.Join("account " + account));
        return member;
    }

    FakeMember join(String token) {
        FakeMember member = connect();
        say(member, new Message.Join(token));
        return member;
    }

    /** A viewer that offers but once, as a WHEP player. */
    FakeMember player(String token) {
        FakeMember member = connect();
        member.followsHandovers = false;
        say(member, new Message.Join(token));
        return member;
    }

    FakeMember viewer() {
        return join("viewer");
    }

    FakeMember broadcaster() {
        return join("broadcaster");
    }

    /** A broadcaster that has said {@code live}. */
    FakeMember onAir() {
        FakeMember broadcaster = broadcaster();
        say(broadcaster, new Message.Live(null, null));
        broadcaster.told();
        return broadcaster;
    }

    /** The session that a viewer was told of just now. */
    static String session(FakeMember viewer) {
        String session = viewer.told(Message.Live.class).session();
        if (session == null) {
            throw new AssertionError("live without a session");
        }
        return session;
    }

    /** A viewer's session with an offer and its answer; what was said on the way is forgotten. */
    String watch(FakeMember viewer, FakeMember broadcaster) {
        String session = session(viewer);
        negotiate(viewer, broadcaster, session);
        return session;
    }

    /** Offer and answer; what was said on the way is forgotten. */
    void negotiate(FakeMember viewer, FakeMember broadcaster, String session) {
        say(viewer, new Message.Offer(session, "v=0"));
        say(broadcaster, new Message.Answer(session, "v=0"));
        viewer.told();
        broadcaster.told();
    }

    void say(FakeMember member, Message message) {
        room.received(member, message, 100);
    }

    @Override
    public void joined(String id, Role role, String name) {
        comings.add("+" + role);
    }

    @Override
    public void left(String id, Role role, String why) {
        comings.add("-" + role + " " + why);
    }

    @Override
    public void path(String id, MediaPath path, String why) {
        paths.add(path.wire() + " " + why);
    }

    @Override
    public void audience(Audience audience) {
        audiences.add(audience);
    }

    @Override
    public void attendance(List<Attendee> viewers) {
        attendance.add(viewers);
    }
}
