package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.ice.IceServers;
import heliograph.signaling.ice.TurnCredentials;
import heliograph.signaling.protocol.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What members are told of TURN, and when they are told again. */
class IceServersInTheRoomTest {
    private static final Duration HALF = TurnCredentials.Shared.LIFETIME.dividedBy(2);
    private static final IceServers TURN =
            new IceServers(List.of(), List.of("turn:a"), new TurnCredentials.Shared("secret"));

    @Test
    void eachMemberGetsCredentialsOfItsOwnAndFreshOnesBeforeTheyRunOut() {
        RoomFixture f = new RoomFixture(RoomLimits.forViewers(10), TURN);
        for (String role : List.of("viewer", "broadcaster")) {
            FakeMember member = f.join(role);
            Message.Joined joined = (Message.Joined) member.told().get(0);
            assertThat(joined.iceServers()).isEqualTo(TURN.of(joined.id(), f.clock.instant()));
            f.clock.advance(HALF.minusSeconds(1));
            f.room.tick();
            assertThat(member.told()).isEmpty();
            for (int i = 0; i < 3; i++) {
                f.clock.advance(Duration.ofSeconds(1));
                f.room.tick();
                f.room.tick();
                assertThat(member.told(Message.IceServers.class).iceServers())
                        .isEqualTo(TURN.of(joined.id(), f.clock.instant()));
                f.clock.advance(HALF.minusSeconds(1));
            }
        }
    }

    @Test
    void whatDoesNotRunOutIsNotSentAgain() {
        RoomFixture f = new RoomFixture();
        FakeMember viewer = f.viewer();
        viewer.told();
        f.clock.advance(Duration.ofHours(11));
        f.room.tick();
        assertThat(viewer.told()).isEmpty();
    }

    @Test
    void whoHasNotJoinedIsToldNothing() {
        RoomFixture f = new RoomFixture(RoomLimits.forViewers(10), TURN);
        FakeMember stranger = f.connect();
        f.clock.advance(TurnCredentials.Shared.LIFETIME);
        f.room.tick();
        assertThat(stranger.told()).isEmpty();
    }
}
