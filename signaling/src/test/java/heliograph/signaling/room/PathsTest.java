package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Layer;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import heliograph.signaling.room.RelayEvents.Ending;
import heliograph.signaling.room.RelayScene.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a viewer begins. */
class PathsTest {
    private final RelayScene scene = new RelayScene();

    @Test
    void theFirstAreDirectAndFromTheNextOnNewOnesBeginOnTheRelay() {
        assertThat(List.of(
                        scene.watches().path(),
                        scene.watches().path(),
                        scene.watches().path(),
                        scene.watches().path()))
                .containsExactly("direct", "direct", "direct", "relay");
        assertThat(scene.f.paths).containsExactly("direct begins", "direct begins", "direct begins", "relay begins");
    }

    @Test
    void aFewViewersCostNoEncodeForTheRelay() {
        scene.watches();
        scene.watches();
        scene.watches();
        assertThat(scene.relay.asked()).isEmpty();
        scene.settles();
        assertThat(scene.relay.asked()).containsExactly("offer upstream FULL");
        scene.says(events -> events.upstreamOffered(scene.relay.full, "v=0 up"));
        assertThat(scene.broadcaster.told(Message.Offer.class).idle()).isTrue();
    }

    @Test
    void withoutARelayEverybodyIsDirect() {
        RelayScene alone = new RelayScene();
        alone.says(RelayEvents::gone);
        for (int i = 0; i < 6; i++) {
            assertThat(alone.watches().path()).isEqualTo("direct");
        }
        alone.settles();
        assertThat(alone.f.paths).doesNotContain("relay many");
    }

    @Test
    void anOperatorCanHaveAllDirectly() {
        RelayScene direct = new RelayScene(new PathPolicy(PathPolicy.Choice.DIRECT, 1));
        for (int i = 0; i < 4; i++) {
            assertThat(direct.watches().path()).isEqualTo("direct");
        }
        direct.settles();
        assertThat(direct.relay.asked()).isEmpty();
    }

    @Test
    void anOperatorCanHaveAllByTheRelay() {
        RelayScene relayed = new RelayScene(new PathPolicy(PathPolicy.Choice.RELAY, 3));
        assertThat(relayed.watches().path()).isEqualTo("relay");
    }

    @Test
    void manyWhoWaitForTheStartAllBeginOnTheRelay() {
        RelayScene waiting = new RelayScene();
        waiting.f.say(waiting.broadcaster, new Message.Offline(OfflineReason.ENDED));
        List<FakeMember> viewers =
                List.of(waiting.f.viewer(), waiting.f.viewer(), waiting.f.viewer(), waiting.f.viewer());
        viewers.forEach(FakeMember::told);
        waiting.f.say(waiting.broadcaster, new Message.Live(null, null));
        assertThat(viewers)
                .allSatisfy(viewer -> assertThat(waiting.comes(viewer).path()).isEqualTo("relay"));
    }

    @Test
    void anOfferThatTheRelayCannotServeGoesToTheBroadcasterAsItIs() {
        Viewer viewer = fourth();
        Message.Offer offer = new Message.Offer(viewer.session(), "v=0 odd");
        Message.Candidate candidate = new Message.Candidate(viewer.session(), "candidate:1", "0", 0);
        scene.f.say(viewer.member(), offer);
        scene.f.say(viewer.member(), candidate);
        assertThat(scene.relay.asked())
                .contains("offered " + viewer.session() + " v=0 odd", "candidate " + viewer.session() + " candidate:1");
        scene.broadcaster.told();
        scene.says(events -> events.viewerRefused(viewer.session()));
        assertThat(viewer.member().told()).containsExactly(new Message.Live(viewer.session(), "direct"));
        assertThat(scene.broadcaster.told()).containsExactly(offer, candidate);
        Message.Answer answer = new Message.Answer(viewer.session(), "v=0 answer");
        scene.f.say(scene.broadcaster, answer);
        assertThat(viewer.member().told()).containsExactly(answer);
    }

    @Test
    void whatTheRelayCannotServeIsNotMovedThereLater() {
        Viewer viewer = fourth();
        scene.f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0 odd"));
        scene.says(events -> events.viewerRefused(viewer.session()));
        scene.f.say(scene.broadcaster, new Message.Answer(viewer.session(), "v=0"));
        viewer.member().told();
        scene.settles();
        assertThat(viewer.member().told()).isEmpty();
    }

    @Test
    void theRelaysAnswerReachesTheViewerWithTheEndOfItsCandidates() {
        Viewer viewer = fourth();
        scene.f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0"));
        scene.says(events -> events.viewerAnswered(viewer.session(), "v=0 answer"));
        assertThat(viewer.member().told())
                .containsExactly(
                        new Message.Answer(viewer.session(), "v=0 answer"),
                        new Message.Candidate(viewer.session(), "", null, null));
    }

    @Test
    void anIceRestartGoesToWhoeverServesTheSession() {
        Viewer direct = scene.watches();
        scene.watches();
        scene.watches();
        Viewer relayed = scene.watches();
        scene.broadcaster.told();
        scene.f.say(relayed.member(), new Message.Offer(relayed.session(), "v=0 again"));
        assertThat(scene.relay.asked()).containsExactly("offered " + relayed.session() + " v=0 again");
        assertThat(scene.broadcaster.told()).isEmpty();
        scene.f.say(direct.member(), new Message.Offer(direct.session(), "v=0 again"));
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Offer(direct.session(), "v=0 again"));
        assertThat(scene.relay.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHED", "TOO_WEAK", "FAILED"})
    void whoTheRelayIsNotForGoesDirectAndStaysThere(Ending ending) {
        fourthPlace();
        Viewer viewer = scene.comes(scene.f.join("shared"));
        assertThat(viewer.path()).isEqualTo("relay");
        scene.f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0"));
        scene.says(events -> events.viewerAnswered(viewer.session(), "v=0"));
        viewer.member().told();
        scene.says(events -> events.viewerEnded(viewer.session(), ending));
        Viewer moved = scene.comes(viewer.member());
        assertThat(moved.path()).isEqualTo("direct");
        assertThat(moved.session()).isNotEqualTo(viewer.session());
        scene.plays(moved);
        scene.f.say(viewer.member(), new Message.Leave(viewer.session(), null));
        scene.settles();
        assertThat(viewer.member().told()).isEmpty();
        // Loaded again, in the same tab: nothing is found out a second time.
        scene.f.room.left(viewer.member());
        assertThat(scene.comes(scene.f.join("shared")).path()).isEqualTo("direct");
        assertThat(scene.comes().path()).isEqualTo("relay");
    }

    @ParameterizedTest
    @EnumSource(names = {"LEFT", "VANISHED"})
    void whoLeftOrVanishedIsToldThatTheSessionIsOver(Ending ending) {
        fourthPlace();
        Viewer viewer = scene.watches();
        scene.says(events -> events.viewerEnded(viewer.session(), ending));
        assertThat(viewer.member().told(Message.Leave.class).session()).isEqualTo(viewer.session());
        scene.f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0"));
        assertThat(scene.relay.asked()).doesNotContain("offered " + viewer.session() + " v=0");
    }

    @Test
    void aPlayerThatOffersOnceStaysWhereItBegan() {
        FakeMember player = scene.f.player("shared");
        Viewer direct = scene.comes(player);
        scene.plays(direct);
        fourthPlace();
        scene.watches();
        scene.settles();
        assertThat(player.told()).isEmpty();
    }

    @Test
    void aPlayerThatCannotReachTheRelayIsDirectWhenItComesAgain() {
        fourthPlace();
        FakeMember player = scene.f.player("shared");
        Viewer relayed = scene.comes(player);
        assertThat(relayed.path()).isEqualTo("relay");
        scene.f.say(player, new Message.Offer(relayed.session(), "v=0"));
        scene.says(events -> events.viewerAnswered(relayed.session(), "v=0"));
        player.told();
        scene.says(events -> events.viewerEnded(relayed.session(), Ending.UNREACHED));
        assertThat(player.told(Message.Leave.class).session()).isEqualTo(relayed.session());
        assertThat(scene.comes(scene.f.player("shared")).path()).isEqualTo("direct");
    }

    @Test
    void aViewerThatLeavesIsSaidSoToWhoeverServesIt() {
        fourthPlace();
        Viewer viewer = scene.watches();
        scene.broadcaster.told();
        scene.f.room.left(viewer.member());
        assertThat(scene.relay.asked()).containsExactly("left " + viewer.session());
        assertThat(scene.broadcaster.told()).isEmpty();
    }

    @Test
    void theAudienceSaysHowManyAreServedByTheRelay() {
        fourthPlace();
        scene.watches();
        scene.comes();
        assertThat(scene.f.audiences.get(scene.f.audiences.size() - 1)).isEqualTo(new Audience(true, 4, 1, 1));
    }

    @Test
    void theBroadcasterKnowsNothingOfTheRelaysViewers() {
        fourthPlace();
        Viewer viewer = scene.watches();
        scene.broadcaster.told();
        scene.f.say(scene.broadcaster, new Message.Answer(viewer.session(), "v=0"));
        scene.f.say(scene.broadcaster, new Message.Candidate(viewer.session(), "candidate:1", "0", 0));
        scene.f.say(scene.broadcaster, new Message.Leave(viewer.session(), "failed"));
        assertThat(scene.broadcaster.told())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it).isInstanceOf(Message.Refused.class));
        assertThat(viewer.member().told()).isEmpty();
    }

    @Test
    void theBroadcasterCanRemoveAViewerThatTheRelayServes() {
        fourthPlace();
        Viewer viewer = scene.watches();
        scene.broadcaster.told();
        scene.f.say(scene.broadcaster, new Message.Leave(viewer.session(), "removed"));
        assertThat(viewer.member().endedWith).isEqualTo(ErrorCode.REMOVED);
        assertThat(scene.relay.asked()).containsExactly("left " + viewer.session());
        assertThat(scene.broadcaster.told()).isEmpty();
        assertThat(scene.f.revoked).hasSize(1);
    }

    @Test
    void aViewerThatIsRemovedDuringAHandoverIsEndedOnBothPaths() {
        Viewer before = scene.watches();
        scene.watches();
        scene.watches();
        scene.watches();
        scene.ticks(Calm.AFTER);
        Viewer after = scene.comes(before.member());
        scene.plays(after);
        scene.broadcaster.told();
        scene.f.say(scene.broadcaster, new Message.Leave(after.session(), "removed"));
        assertThat(before.member().endedWith).isEqualTo(ErrorCode.REMOVED);
        assertThat(scene.relay.asked()).containsExactly("left " + after.session());
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Leave(before.session(), null));
    }

    @Test
    void whatAViewerAsksOfTheEncoderIsLeftOut() {
        Viewer viewer = scene.comes();
        scene.f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0", Layer.HALF));
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Offer(viewer.session(), "v=0"));
    }

    @Test
    void whatTheRelaySaysOfSessionsThatAreNotItsIsPassedOver() {
        Viewer direct = scene.comes();
        scene.f.say(direct.member(), new Message.Offer(direct.session(), "v=0"));
        scene.says(events -> events.viewerAnswered(direct.session(), "v=0 wrong"));
        scene.says(events -> events.viewerEnded(direct.session(), Ending.UNREACHED));
        scene.says(events -> events.viewerRefused("none"));
        scene.says(events -> events.viewerPlays("none"));
        assertThat(direct.member().told()).isEmpty();
    }

    private void fourthPlace() {
        for (int i = 0; i < 3; i++) {
            scene.watches();
        }
    }

    private Viewer fourth() {
        fourthPlace();
        Viewer viewer = scene.comes();
        assertThat(viewer.path()).isEqualTo("relay");
        scene.relay.asked();
        return viewer;
    }
}
