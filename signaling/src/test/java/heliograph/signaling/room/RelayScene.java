package heliograph.signaling.room;

import heliograph.signaling.protocol.Message;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A room on air with a relay, and viewers that do as the page does. */
final class RelayScene {
    static final int CARRIED = 3;

    final RoomFixture f;
    final FakeRelay relay = new FakeRelay();
    FakeMember broadcaster;

    RelayScene() {
        this(PathPolicy.DEFAULT);
    }

    /** On a machine that can encode for {@link #CARRIED}. */
    RelayScene(PathPolicy policy) {
        PathPolicy here = new PathPolicy(policy.choice(), policy.directViewers(), CARRIED);
        f = new RoomFixture(RoomLimits.forViewers(200), RoomFixture.ICE, here);
        broadcaster = f.onAir();
        says(events -> events.joined(relay));
    }

    void says(Consumer<RelayEvents> said) {
        f.room.relay(said);
    }

    /** A viewer with the path that it was sent to. */
    record Viewer(FakeMember member, String session, String path) {}

    /** Somebody comes and is told where to begin. */
    Viewer comes(FakeMember member) {
        Message.Live live = member.told(Message.Live.class);
        return new Viewer(member, String.valueOf(live.session()), String.valueOf(live.path()));
    }

    Viewer comes() {
        return comes(f.viewer());
    }

    /** Offer and answer on a viewer's path; at the relay the picture comes as well. */
    void plays(Viewer viewer) {
        if (viewer.path().equals("direct")) {
            f.negotiate(viewer.member(), broadcaster, viewer.session());
        } else {
            f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0"));
            says(events -> events.viewerAnswered(viewer.session(), "v=0"));
            says(events -> events.viewerPlays(viewer.session()));
            viewer.member().told();
            relay.asked();
        }
    }

    Viewer watches() {
        Viewer viewer = comes();
        plays(viewer);
        return viewer;
    }

    /** A viewer is handed over and leaves the old session as soon as the new one plays. */
    Viewer goesOver(Viewer before) {
        Viewer after = comes(before.member());
        goesOverTo(before, after);
        return after;
    }

    void goesOverTo(Viewer before, Viewer after) {
        plays(after);
        f.say(before.member(), new Message.Leave(before.session(), null));
    }

    /** How many of them have been told of another session since this was asked last. */
    int movedOf(List<Viewer> viewers) {
        return (int) viewers.stream()
                .filter(viewer -> viewer.member().told().stream().anyMatch(Message.Live.class::isInstance))
                .count();
    }

    void ticks(Duration later) {
        f.clock.advance(later);
        f.room.tick();
    }

    /** So long that whatever is to be paced has been. */
    void settles() {
        for (int i = 0; i < 20; i++) {
            ticks(Duration.ofMillis(250));
        }
    }
}
