package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import org.junit.jupiter.api.Test;

class ComingAndGoingTest {
    private final RoomFixture f = new RoomFixture();

    @Test
    void goingLiveOpensASessionForEachViewerThatWaits() {
        FakeMember one = f.viewer();
        FakeMember two = f.viewer();
        f.onAir();
        assertThat(RoomFixture.session(one)).isNotEqualTo(RoomFixture.session(two));
    }

    @Test
    void aBroadcasterThatHasOnlyJoinedIsNotLive() {
        FakeMember viewer = f.viewer();
        viewer.told();
        f.broadcaster();
        assertThat(viewer.told()).isEmpty();
        assertThat(f.viewer().told(Message.Offline.class).reason()).isEqualTo(OfflineReason.NOT_STARTED);
    }

    @Test
    void sayingLiveTwiceLeavesTheSessionsAlone() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        String session = f.watch(viewer, broadcaster);
        f.say(broadcaster, new Message.Live(null, null));
        assertThat(viewer.told()).isEmpty();
        f.say(viewer, new Message.Offer(session, "v=0"));
        assertThat(broadcaster.told()).hasSize(1);
    }

    @Test
    void goingOffAirTellsEveryViewerAndEndsTheSessions() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        String session = f.watch(viewer, broadcaster);
        f.say(broadcaster, new Message.Offline(OfflineReason.ENDED));
        assertThat(viewer.told()).containsExactly(new Message.Offline(OfflineReason.ENDED));
        f.say(viewer, new Message.Offer(session, "v=0"));
        assertThat(viewer.told(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
        assertThat(broadcaster.told()).isEmpty();
    }

    @Test
    void whoComesAfterTheEndHearsThatItHasEnded() {
        f.say(f.onAir(), new Message.Offline(OfflineReason.ENDED));
        assertThat(f.viewer().told(Message.Offline.class).reason()).isEqualTo(OfflineReason.ENDED);
    }

    @Test
    void goingOffAirWithoutHavingBeenOnTellsNobodyAnything() {
        FakeMember viewer = f.viewer();
        viewer.told();
        f.say(f.broadcaster(), new Message.Offline(OfflineReason.ENDED));
        assertThat(viewer.told()).isEmpty();
        assertThat(f.viewer().told(Message.Offline.class).reason()).isEqualTo(OfflineReason.NOT_STARTED);
    }

    @Test
    void aBroadcasterThatVanishesIsExpectedBack() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        f.watch(viewer, broadcaster);
        f.room.left(broadcaster);
        assertThat(viewer.told()).containsExactly(new Message.Offline(OfflineReason.INTERRUPTED));
        assertThat(f.viewer().told(Message.Offline.class).reason()).isEqualTo(OfflineReason.INTERRUPTED);
    }

    @Test
    void aBroadcasterThatComesBackBringsNewSessions() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        String before = f.watch(viewer, broadcaster);
        f.room.left(broadcaster);
        viewer.told();
        FakeMember again = f.onAir();
        String after = RoomFixture.session(viewer);
        assertThat(after).isNotEqualTo(before);
        f.say(viewer, new Message.Offer(after, "v=0"));
        assertThat(again.told()).containsExactly(new Message.Offer(after, "v=0"));
    }

    @Test
    void aBroadcasterThatLeavesWithAWordHasEndedTheBroadcast() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        viewer.told();
        f.say(broadcaster, new Message.Leave(null, null));
        assertThat(viewer.told()).containsExactly(new Message.Offline(OfflineReason.ENDED));
        assertThat(broadcaster.ended).isTrue();
        assertThat(broadcaster.endedWith).isNull();
    }

    @Test
    void aSecondBroadcasterReplacesTheFirst() {
        FakeMember first = f.onAir();
        FakeMember viewer = f.viewer();
        f.watch(viewer, first);
        FakeMember second = f.broadcaster();
        assertThat(first.endedWith).isEqualTo(ErrorCode.REPLACED);
        assertThat(viewer.told()).containsExactly(new Message.Offline(OfflineReason.INTERRUPTED));
        f.say(second, new Message.Live(null, null));
        f.watch(viewer, second);
        assertThat(f.comings).containsSubsequence("-BROADCASTER REPLACED");
    }

    @Test
    void theLateGoodbyeOfAReplacedBroadcasterTakesNothingFromTheNewOne() {
        FakeMember first = f.onAir();
        FakeMember second = f.onAir();
        FakeMember viewer = f.viewer();
        f.watch(viewer, second);
        f.room.left(first);
        f.say(first, new Message.Offline(OfflineReason.ENDED));
        assertThat(viewer.told()).isEmpty();
    }

    @Test
    void aViewerThatVanishesIsReportedToTheBroadcaster() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        String session = f.watch(viewer, broadcaster);
        f.room.left(viewer);
        assertThat(broadcaster.told()).containsExactly(new Message.Leave(session, null));
    }

    @Test
    void aViewerThatLeavesIsReportedAndItsConnectionEnds() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        String session = f.watch(viewer, broadcaster);
        f.say(viewer, new Message.Leave(null, null));
        assertThat(viewer.ended).isTrue();
        assertThat(viewer.endedWith).isNull();
        assertThat(broadcaster.told()).containsExactly(new Message.Leave(session, null));
    }

    @Test
    void aViewerMayEndOneSessionAndStay() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        String session = f.watch(viewer, broadcaster);
        f.say(viewer, new Message.Leave(session, null));
        assertThat(viewer.ended).isFalse();
        assertThat(broadcaster.told()).containsExactly(new Message.Leave(session, null));
    }

    @Test
    void aSessionThatTheBroadcasterNeverHeardOfEndsWithoutAWord() {
        FakeMember broadcaster = f.onAir();
        f.room.left(f.viewer());
        assertThat(broadcaster.told()).isEmpty();
    }

    @Test
    void aSessionThatTheBroadcasterEndsIsOverForItsViewerAlone() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        FakeMember other = f.viewer();
        String session = f.watch(viewer, broadcaster);
        f.watch(other, broadcaster);
        f.say(broadcaster, new Message.Leave(session, "failed"));
        assertThat(viewer.told()).containsExactly(new Message.Leave(session, "failed"));
        assertThat(viewer.ended).isFalse();
        assertThat(other.told()).isEmpty();
        f.room.left(viewer);
        assertThat(broadcaster.told()).isEmpty();
    }

    @Test
    void aViewerThatTheBroadcasterRemovesIsEnded() {
        FakeMember broadcaster = f.onAir();
        FakeMember viewer = f.viewer();
        String session = f.watch(viewer, broadcaster);
        f.say(broadcaster, new Message.Leave(session, "removed"));
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.REMOVED);
        assertThat(broadcaster.told()).isEmpty();
    }

    @Test
    void theAudienceIsToldAtEachChangeAndOnlyThen() {
        FakeMember viewer = f.viewer();
        FakeMember broadcaster = f.onAir();
        f.watch(viewer, broadcaster);
        f.room.tick();
        f.room.left(viewer);
        f.room.left(broadcaster);
        assertThat(f.audiences)
                .containsExactly(
                        new Audience(false, 0, 1, 0),
                        new Audience(true, 0, 1, 0),
                        new Audience(true, 1, 0, 0),
                        new Audience(true, 0, 0, 0),
                        new Audience(false, 0, 0, 0));
    }
}
