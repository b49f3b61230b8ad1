package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttendanceTest {
    private final RoomFixture f = new RoomFixture();

    @Test
    void whoComesIsToldByNameAddressAndTime() {
        Instant came = f.clock.instant();
        f.viewer();
        f.clock.advance(Duration.ofSeconds(5));
        f.room.tick();
        assertThat(last())
                .containsExactly(
                        new Attendee(last().get(0).id(), "anna", "an unknown address", came, Optional.empty()));
    }

    @Test
    void whoWatchesIsToldWithSessionAndPath() {
        FakeMember broadcaster = f.onAir();
        String session = f.watch(f.viewer(), broadcaster);
        f.room.tick();
        assertThat(last())
                .extracting(Attendee::watched)
                .containsExactly(Optional.of(new Attendee.Watched(session, MediaPath.DIRECT)));
        f.say(broadcaster, new Message.Offline(OfflineReason.ENDED));
        f.room.tick();
        assertThat(last()).extracting(Attendee::watched).containsExactly(Optional.empty());
    }

    @Test
    void neitherTheBroadcasterNorWhoHasNotJoinedIsAmongThem() {
        f.onAir();
        f.connect();
        f.room.tick();
        assertThat(f.attendance).isEmpty();
    }

    @Test
    void whatHasNotChangedIsNotToldAgain() {
        f.viewer();
        f.room.tick();
        f.room.tick();
        assertThat(f.attendance).hasSize(1);
    }

    @Test
    void whoIsRemovedIsEndedWithAllWindowsOfTheSignIn() {
        FakeMember one = f.join("shared");
        FakeMember other = f.join("shared");
        FakeMember stranger = f.viewer();
        f.room.tick();
        f.room.remove(last().get(0).id());
        assertThat(one.endedWith).isEqualTo(ErrorCode.REMOVED);
        assertThat(other.endedWith).isEqualTo(ErrorCode.REMOVED);
        assertThat(stranger.ended).isFalse();
        assertThat(f.revoked).containsExactly("shared an unknown address");
        f.room.tick();
        assertThat(last()).hasSize(1);
    }

    @Test
    void neitherAStrangersIdNorTheBroadcastersRemovesAnybody() {
        FakeMember broadcaster = f.broadcaster();
        String own = broadcaster.told(Message.Joined.class).id();
        FakeMember viewer = f.viewer();
        f.room.remove("nobody");
        f.room.remove(own);
        assertThat(viewer.ended).isFalse();
        assertThat(broadcaster.ended).isFalse();
    }

    private List<Attendee> last() {
        return f.attendance.get(f.attendance.size() - 1);
    }
}
