package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import heliograph.signaling.room.RelayEvents.Ending;
import heliograph.signaling.room.RelayScene.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From one path to the other while watching. */
class HandoverTest {
    private final RelayScene scene = new RelayScene();
    private final List<Viewer> direct = new ArrayList<>();

    @BeforeEach
    void threeWatchDirectly() {
        for (int i = 0; i < 3; i++) {
            direct.add(scene.watches());
        }
    }

    @Test
    void theFourthMovesTheOthersOver() {
        scene.watches();
        for (Viewer before : direct) {
            scene.ticks(Calm.AFTER);
            Viewer after = scene.goesOver(before);
            assertThat(after.path()).isEqualTo("relay");
            assertThat(after.session()).isNotEqualTo(before.session());
        }
    }

    @Test
    void nobodyIsMovedWhileAnotherBegins() {
        scene.watches();
        scene.ticks(Calm.AFTER.minusMillis(1));
        scene.watches();
        scene.ticks(Calm.AFTER.minusMillis(1));
        assertThat(scene.movedOf(direct)).isZero();
        scene.ticks(Duration.ofMillis(1));
        assertThat(scene.movedOf(direct)).isEqualTo(1);
    }

    @Test
    void nobodyIsMovedBeforeTheNewcomersPictureHasBeenThereForAWhile() {
        Viewer slow = scene.comes();
        scene.ticks(Calm.AFTER);
        scene.plays(slow);
        scene.ticks(Calm.AFTER.minusMillis(1));
        assertThat(scene.movedOf(direct)).isZero();
        scene.ticks(Duration.ofMillis(1));
        assertThat(scene.movedOf(direct)).isEqualTo(1);
    }

    @Test
    void whoComesLongAfterACrowdIsGoneIsWaitedForLikeTheFirst() {
        Viewer fourth = scene.watches();
        scene.ticks(Duration.ofMillis(250));
        scene.f.room.left(fourth.member());
        scene.ticks(Calm.PATIENCE);
        scene.watches();
        scene.ticks(Duration.ofMillis(250));
        assertThat(scene.movedOf(direct)).isZero();
        scene.ticks(Calm.AFTER);
        assertThat(scene.movedOf(direct)).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyUp() {
        scene.watches();
        scene.ticks(Duration.ofMillis(250));
        scene.ticks(Duration.ofHours(-1));
        scene.ticks(Calm.AFTER);
        assertThat(scene.movedOf(direct)).isEqualTo(1);
    }

    @Test
    void nobodyIsMovedWhileAnotherIs() {
        scene.watches();
        scene.ticks(Calm.AFTER);
        Viewer after = scene.comes(direct.get(0).member());
        scene.ticks(Calm.AFTER);
        assertThat(scene.movedOf(direct)).isZero();
        scene.goesOverTo(direct.get(0), after);
        scene.ticks(Calm.AFTER.minusMillis(1));
        assertThat(scene.movedOf(direct)).isZero();
        scene.ticks(Duration.ofMillis(1));
        assertThat(scene.movedOf(direct)).isEqualTo(1);
    }

    @Test
    void whileTheRelayHasShownNothingNobodyIsMoved() {
        scene.comes();
        scene.ticks(Calm.AFTER);
        assertThat(direct)
                .allSatisfy(viewer -> assertThat(viewer.member().told()).isEmpty());
    }

    @Test
    void oneAloneTriesTheRelayWhereTheNewOneCannot() {
        Viewer odd = scene.comes();
        scene.f.say(odd.member(), new Message.Offer(odd.session(), "v=0"));
        scene.says(events -> events.viewerRefused(odd.session()));
        scene.ticks(Calm.AFTER);
        scene.ticks(Calm.AFTER);
        assertThat(moved()).hasSize(1);
    }

    @Test
    void bothSessionsAreGoodUntilTheViewerLeavesTheOldOne() {
        scene.watches();
        scene.ticks(Calm.AFTER);
        Viewer before = direct.get(0);
        Viewer after = scene.comes(before.member());
        scene.plays(after);
        scene.f.say(before.member(), new Message.Offer(before.session(), "v=0 restart"));
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Offer(before.session(), "v=0 restart"));
        scene.f.say(before.member(), new Message.Leave(before.session(), null));
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Leave(before.session(), null));
        scene.f.say(before.member(), new Message.Candidate(before.session(), "candidate:1", "0", 0));
        assertThat(before.member().told(Message.Refused.class)).isNotNull();
        assertThat(scene.relay.asked()).isEmpty();
    }

    @Test
    void theOldSessionIsEndedWhenTheViewerForgetsIt() {
        scene.watches();
        scene.ticks(Calm.AFTER);
        Viewer before = direct.get(0);
        Viewer after = scene.comes(before.member());
        scene.plays(after);
        scene.broadcaster.told();
        scene.ticks(Handovers.BOTH);
        assertThat(before.member().told()).containsExactly(new Message.Leave(before.session(), "moved"));
        assertThat(scene.broadcaster.told()).contains(new Message.Leave(before.session(), null));
        assertThat(scene.relay.asked()).doesNotContain("left " + after.session());
    }

    @Test
    void whereTheNewOneFailsTheOldOneGoesOn() {
        scene.watches();
        scene.ticks(Calm.AFTER);
        Viewer before = direct.get(0);
        Viewer after = scene.comes(before.member());
        scene.f.say(after.member(), new Message.Offer(after.session(), "v=0"));
        scene.says(events -> events.viewerAnswered(after.session(), "v=0"));
        after.member().told();
        scene.broadcaster.told();
        scene.says(events -> events.viewerEnded(after.session(), Ending.UNREACHED));
        assertThat(before.member().told()).containsExactly(new Message.Leave(after.session(), "unreached"));
        assertThat(scene.broadcaster.told()).isEmpty();
        scene.settles();
        assertThat(before.member().told()).isEmpty();
    }

    @Test
    void aSecondOfferThatTheRelayCannotServeMakesNoSecondDirectSession() {
        scene.watches();
        scene.ticks(Calm.AFTER);
        Viewer before = direct.get(0);
        Viewer after = scene.comes(before.member());
        scene.f.say(after.member(), new Message.Offer(after.session(), "v=0"));
        scene.broadcaster.told();
        scene.says(events -> events.viewerRefused(after.session()));
        assertThat(before.member().told()).containsExactly(new Message.Leave(after.session(), "refused"));
        assertThat(scene.broadcaster.told()).isEmpty();
    }

    @Test
    void whoGivesTheNewOneUpIsNotAskedAgain() {
        scene.watches();
        scene.ticks(Calm.AFTER);
        Viewer before = direct.get(0);
        Viewer after = scene.comes(before.member());
        scene.f.say(before.member(), new Message.Leave(after.session(), null));
        scene.settles();
        assertThat(before.member().told()).isEmpty();
    }

    @Test
    void aWeakOneKeepsWhatComesUntilTheDirectPictureIsThere() {
        Viewer weak = scene.watches();
        scene.says(events -> events.viewerEnded(weak.session(), Ending.TOO_WEAK));
        Viewer after = scene.comes(weak.member());
        assertThat(after.path()).isEqualTo("direct");
        assertThat(scene.relay.asked()).isEmpty();
        scene.goesOverTo(weak, after);
        assertThat(scene.relay.asked()).containsExactly("left " + weak.session());
    }

    @Test
    void whenTheAudienceShrinksTheLastStayWhereTheyAre() {
        Viewer fourth = scene.watches();
        List<Viewer> relayed = new ArrayList<>();
        for (Viewer before : direct) {
            scene.ticks(Calm.AFTER);
            relayed.add(scene.goesOver(before));
        }
        scene.f.room.left(fourth.member());
        scene.f.room.left(relayed.get(0).member());
        scene.settles();
        assertThat(relayed.get(1).member().told()).isEmpty();
        assertThat(scene.watches().path()).isEqualTo("direct");
    }

    @Test
    void aCrowdThatKeepsComingIsNotWaitedForAndNotAllAreMovedAtOnce() {
        RelayScene crowd = new RelayScene(new PathPolicy(PathPolicy.Choice.AUTO, 20));
        List<Viewer> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(crowd.watches());
        }
        crowd.watches();
        crowd.f.room.tick();
        for (int i = 1; i < Calm.PATIENCE.toSeconds(); i++) {
            crowd.ticks(Duration.ofSeconds(1));
            crowd.watches();
        }
        assertThat(crowd.movedOf(many)).isZero();
        crowd.ticks(Duration.ofSeconds(1));
        assertThat(crowd.movedOf(many)).isEqualTo(Handovers.RATE.burst());
        crowd.ticks(Duration.ofSeconds(1));
        assertThat(crowd.movedOf(many)).isEqualTo(Handovers.RATE.perSecond());
    }

    @Test
    void offAirNobodyIsMoved() {
        scene.watches();
        scene.f.say(scene.broadcaster, new Message.Offline(OfflineReason.ENDED));
        direct.forEach(viewer -> viewer.member().told());
        scene.settles();
        assertThat(moved()).isEmpty();
    }

    @Test
    void aRelayThatIsGoneLeavesItsViewersToTheBroadcasterByAndBy() {
        RelayScene crowd = new RelayScene(new PathPolicy(PathPolicy.Choice.RELAY, 0));
        List<Viewer> many = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            many.add(crowd.watches());
        }
        crowd.says(RelayEvents::gone);
        crowd.ticks(Duration.ofMillis(250));
        assertThat(crowd.movedOf(many)).isEqualTo(Handovers.RATE.burst());
        crowd.settles();
        crowd.settles();
        assertThat(crowd.f.paths).filteredOn("direct relay-failed"::equals).hasSize(10);
        assertThat(crowd.watches().path()).isEqualTo("direct");
    }

    private List<Viewer> moved() {
        return direct.stream()
                .filter(viewer -> viewer.member().told().stream().anyMatch(Message.Live.class::isInstance))
                .toList();
    }
}
