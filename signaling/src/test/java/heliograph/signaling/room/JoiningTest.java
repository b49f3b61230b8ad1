package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import heliograph.signaling.protocol.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoiningTest {
    private final RoomFixture f = new RoomFixture();

    @Test
    void aViewerIsWelcomedWithItsRoleAndTheIceServers() {
        FakeMember viewer = f.viewer();
        assertThat(viewer.told(Message.Joined.class))
                .isEqualTo(new Message.Joined(
                        "id1", Role.VIEWER, "anna", RoomFixture.ICE.of("id1", f.clock.instant()), f.expiresAt));
        assertThat(f.comings).containsExactly("+VIEWER");
    }

    @Test
    void aViewerHearsAfterItsWelcomeThatNothingIsOnYet() {
        assertThat(f.viewer().told()).hasSize(2).last().isEqualTo(new Message.Offline(OfflineReason.NOT_STARTED));
    }

    @Test
    void aViewerThatComesLateGetsASessionAtOnce() {
        f.onAir();
        Message.Live live = f.viewer().told(Message.Live.class);
        assertThat(live.session()).isNotNull();
        assertThat(live.path()).isEqualTo("direct");
    }

    @Test
    void theBroadcasterIsWelcomedAndToldNothingMore() {
        assertThat(f.broadcaster().told()).hasSize(1).first().isInstanceOf(Message.Joined.class);
    }

    @ParameterizedTest
    @CsvSource({"stolen,UNAUTHORIZED", "'',UNAUTHORIZED", "expired,TOKEN_EXPIRED"})
    void aTokenThatIsNotGoodEndsTheMember(String token, ErrorCode code) {
        FakeMember member = f.join(token);
        assertThat(member.endedWith).isEqualTo(code);
        assertThat(member.told()).isEmpty();
        assertThat(f.comings).isEmpty();
    }

    @Test
    void anythingButJoinComesTooEarly() {
        FakeMember member = f.connect();
        f.say(member, new Message.Offer("s", "v=0"));
        assertThat(member.endedWith).isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void joiningTwiceEndsTheMember() {
        FakeMember viewer = f.viewer();
        f.say(viewer, new Message.Join("viewer"));
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.NOT_ALLOWED);
        FakeMember broadcaster = f.broadcaster();
        f.say(broadcaster, new Message.Join("broadcaster"));
        assertThat(broadcaster.endedWith).isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void whoeverDoesNotJoinWithinFiveSecondsIsEnded() {
        FakeMember member = f.connect();
        f.clock.advance(Duration.ofMillis(4999));
        f.room.tick();
        assertThat(member.ended).isFalse();
        f.clock.advance(Duration.ofMillis(1));
        f.room.tick();
        assertThat(member.endedWith).isEqualTo(ErrorCode.JOIN_TIMEOUT);
    }

    @Test
    void whoeverHasJoinedStays() {
        FakeMember viewer = f.viewer();
        f.clock.advance(Duration.ofHours(1));
        f.room.tick();
        assertThat(viewer.ended).isFalse();
    }

    @Test
    void aViewerWhoseTokenRunsOutWhileItWatchesIsEndedAndItsSessionToo() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        String session = f.watch(viewer, broadcaster);
        f.clock.advance(Duration.ofHours(12));
        f.room.tick();
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.TOKEN_EXPIRED);
        assertThat(broadcaster.told()).containsExactly(new Message.Leave(session, null));
    }

    @Test
    void aViewerWhosePassIsGoodNoLongerIsEndedWithinATickAndNobodyElseIs() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        String session = f.watch(viewer, broadcaster);
        f.room.tick();
        assertThat(viewer.ended).isFalse();
        f.gone.add("anna");
        f.room.tick();
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(broadcaster.ended).isFalse();
        assertThat(broadcaster.told()).containsExactly(new Message.Leave(session, null));
    }

    @Test
    void aTokenThatIsRenewedIsToldAndTheViewerStaysAsLongAsItLasts() {
        FakeMember viewer = f.viewer();
        viewer.told();
        Message.Token renewed = new Message.Token("next", f.expiresAt.plus(Duration.ofHours(8)));
        f.renewals.add(renewed);
        f.room.tick();
        assertThat(viewer.told()).containsExactly(renewed);
        f.room.tick();
        assertThat(viewer.told()).isEmpty();
        f.clock.advance(Duration.ofHours(12));
        f.room.tick();
        assertThat(viewer.ended).isFalse();
        f.clock.advance(Duration.ofHours(8));
        f.room.tick();
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void aTokenThatHasRunOutIsNotRenewed() {
        FakeMember viewer = f.viewer();
        f.clock.advance(Duration.ofHours(12));
        f.renewals.add(new Message.Token("next", f.expiresAt.plus(Duration.ofHours(8))));
        f.room.tick();
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void removingAViewerRevokesItsTokenAndEndsWhoeverElseCameInByIt() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.join("shared");
        FakeMember sameToken = f.join("shared");
        FakeMember other = f.viewer();
        String session = f.watch(viewer, broadcaster);
        f.say(broadcaster, new Message.Leave(session, "removed"));
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.REMOVED);
        assertThat(sameToken.endedWith).isEqualTo(ErrorCode.REMOVED);
        assertThat(other.ended).isFalse();
        assertThat(f.revoked).containsExactly("shared an unknown address");
    }

    @Test
    void aSessionThatFailedRevokesNothing() {
        FakeMember broadcaster = f.onAir();
        String session = f.watch(f.viewer(), broadcaster);
        f.say(broadcaster, new Message.Leave(session, "failed"));
        assertThat(f.revoked).isEmpty();
    }

    @Test
    void oneViewerMoreThanAreAllowedIsRefusedUntilAnotherLeaves() {
        RoomFixture small = new RoomFixture(RoomLimits.forViewers(2));
        FakeMember first = small.viewer();
        small.viewer();
        assertThat(small.viewer().endedWith).isEqualTo(ErrorCode.FULL);
        assertThat(small.turnedAway).containsExactly("anna FULL");
        small.room.left(first);
        assertThat(small.viewer().ended).isFalse();
    }

    @Test
    void theBroadcasterTakesNoViewersPlace() {
        RoomFixture small = new RoomFixture(RoomLimits.forViewers(1));
        small.viewer();
        assertThat(small.broadcaster().ended).isFalse();
    }

    @Test
    void whatIsSaidAfterTheEndIsPassedOver() {
        FakeMember member = f.join("stolen");
        f.say(member, new Message.Join("viewer"));
        f.room.fault(member, ErrorCode.BAD_MESSAGE, "garbage");
        f.room.left(member);
        assertThat(member.told()).isEmpty();
        assertThat(f.comings).isEmpty();
    }

    @Test
    void closingTheRoomTellsEverybodyAndLetsNobodyIn() {
        FakeMember stranger = f.connect();
        FakeMember viewer = f.viewer();
        FakeMember broadcaster = f.onAir();
        f.room.close();
        assertThat(stranger.endedWith).isEqualTo(ErrorCode.GOING_AWAY);
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.GOING_AWAY);
        assertThat(broadcaster.endedWith).isEqualTo(ErrorCode.GOING_AWAY);
        assertThat(f.connect().endedWith).isEqualTo(ErrorCode.GOING_AWAY);
    }

    @Test
    void theBroadcastersTokenIsRenewedLikeAViewersAndItDoesNotStayBeyondIt() {
        FakeMember broadcaster = f.onAir();
        Message.Token renewed = new Message.Token("next", f.broadcasterUntil.plus(Duration.ofHours(8)));
        f.broadcasterRenewals.add(renewed);
        f.room.tick();
        assertThat(broadcaster.told()).containsExactly(renewed);
        f.clock.advance(Duration.between(f.clock.instant(), renewed.expiresAt()).minusSeconds(1));
        f.room.tick();
        assertThat(broadcaster.endedWith).isNull();
        f.clock.advance(Duration.ofSeconds(1));
        f.room.tick();
        assertThat(broadcaster.endedWith).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void aBroadcasterWhosePassIsGoodNoLongerIsEnded() {
        FakeMember broadcaster = f.onAir();
        f.gone.add("studio");
        f.room.tick();
        assertThat(broadcaster.endedWith).isEqualTo(ErrorCode.UNAUTHORIZED);
    }
}
