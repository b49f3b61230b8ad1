package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Layer;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.room.RelayScene.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The relay as a viewer of the broadcaster's. */
class UpstreamTest {
    private final RelayScene scene = new RelayScene(new PathPolicy(PathPolicy.Choice.RELAY, 0));

    private void offersFull() {
        scene.says(events -> events.upstreamOffered(scene.relay.full, "v=0 up"));
    }

    @Test
    void theFirstViewerBringsTheFullLayer() {
        Viewer viewer = scene.comes();
        assertThat(scene.relay.asked()).containsExactly("offer upstream FULL");
        offersFull();
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Offer(scene.relay.full, "v=0 up", Layer.FULL));
        scene.f.say(scene.broadcaster, new Message.Answer(scene.relay.full, "v=0 down"));
        assertThat(scene.relay.asked()).containsExactly("upstream answered FULL v=0 down");
        assertThat(viewer.member().told()).isEmpty();
    }

    @Test
    void anUpstreamIsConnectedBeforeAnybodyNeedsItAndSendsFromThenOn() {
        scene.ticks(Duration.ofMillis(250));
        assertThat(scene.relay.asked()).containsExactly("offer upstream FULL");
        offersFull();
        assertThat(scene.broadcaster.told())
                .containsExactly(new Message.Offer(scene.relay.full, "v=0 up", Layer.FULL, true));
        scene.f.say(scene.broadcaster, new Message.Answer(scene.relay.full, "v=0 down"));
        scene.relay.asked();
        scene.comes();
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Resume(scene.relay.full));
        scene.comes();
        assertThat(scene.broadcaster.told()).isEmpty();
        assertThat(scene.relay.asked()).isEmpty();
    }

    @Test
    void whoComesBeforeTheIdleUpstreamIsOfferedGetsOneThatSendsAtOnce() {
        scene.ticks(Duration.ofMillis(250));
        scene.comes();
        offersFull();
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Offer(scene.relay.full, "v=0 up", Layer.FULL));
        assertThat(scene.relay.asked()).containsExactly("offer upstream FULL");
    }

    @Test
    void anIdleUpstreamThatFailsIsMadeAnewAndThenLeftAlone() {
        scene.ticks(Duration.ofMillis(250));
        scene.says(events -> events.upstreamFailed(Layer.FULL));
        offersFull();
        assertThat(scene.broadcaster.told())
                .containsExactly(new Message.Offer(scene.relay.full, "v=0 up", Layer.FULL, true));
        scene.says(events -> events.upstreamFailed(Layer.FULL));
        scene.relay.asked();
        scene.ticks(Duration.ofMillis(1999));
        assertThat(scene.relay.asked()).isEmpty();
        scene.ticks(Duration.ofMillis(1));
        assertThat(scene.relay.asked()).containsExactly("offer upstream FULL");
    }

    @Test
    void theHalfLayerComesAndGoesAsItIsNeeded() {
        scene.watches();
        scene.says(events -> events.layerNeeded(Layer.HALF, true));
        assertThat(scene.relay.asked()).containsExactly("offer upstream HALF");
        scene.says(events -> events.upstreamOffered(scene.relay.half, "v=0 up"));
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Offer(scene.relay.half, "v=0 up", Layer.HALF));
        scene.says(events -> events.layerNeeded(Layer.HALF, false));
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Leave(scene.relay.half, null));
        assertThat(scene.relay.asked()).containsExactly("upstream ended HALF");
    }

    @Test
    void anUpstreamIsNoAudienceAndNoSeat() {
        Viewer viewer = scene.watches();
        offersFull();
        scene.f.say(scene.broadcaster, new Message.Answer(scene.relay.full, "v=0"));
        assertThat(scene.f.audiences.get(scene.f.audiences.size() - 1)).isEqualTo(new Audience(true, 1, 0, 1));
        assertThat(scene.f.comings).containsExactly("+BROADCASTER", "+VIEWER");
        scene.f.room.left(viewer.member());
        assertThat(scene.f.audiences.get(scene.f.audiences.size() - 1)).isEqualTo(new Audience(true, 0, 0, 0));
    }

    @Test
    void anUpstreamThatNobodyNeedsIsMadeIdleAfterAWhile() {
        Viewer viewer = scene.watches();
        offersFull();
        String before = scene.relay.full;
        scene.broadcaster.told();
        scene.ticks(Duration.ofSeconds(1));
        scene.f.room.left(viewer.member());
        scene.ticks(Duration.ofSeconds(9));
        assertThat(scene.broadcaster.told()).isEmpty();
        scene.ticks(Duration.ofSeconds(1));
        assertThat(scene.relay.asked()).containsSubsequence("upstream ended FULL", "offer upstream FULL");
        offersFull();
        assertThat(scene.broadcaster.told())
                .containsExactly(
                        new Message.Leave(before, null),
                        new Message.Offer(scene.relay.full, "v=0 up", Layer.FULL, true));
    }

    @Test
    void noViewerCanSpeakInAnUpstreamSession() {
        Viewer viewer = scene.watches();
        offersFull();
        scene.broadcaster.told();
        scene.f.say(viewer.member(), new Message.Offer(scene.relay.full, "v=0"));
        scene.f.say(viewer.member(), new Message.Candidate(scene.relay.full, "candidate:1", "0", 0));
        scene.f.say(viewer.member(), new Message.Leave(scene.relay.full, null));
        assertThat(viewer.member().told())
                .hasSize(3)
                .allSatisfy(it -> assertThat(((Message.Refused) it).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION));
        assertThat(scene.broadcaster.told()).isEmpty();
        assertThat(scene.relay.asked()).isEmpty();
    }

    @Test
    void anUpstreamAnswerThatNobodyWaitsForIsRefused() {
        scene.watches();
        scene.f.say(scene.broadcaster, new Message.Answer(scene.relay.full, "v=0"));
        assertThat(scene.broadcaster.told(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
    }

    @Test
    void anUpstreamThatFailsIsMadeAnewAndFailingAgainLeavesTheRelayAlone() {
        Viewer viewer = scene.watches();
        offersFull();
        String first = scene.relay.full;
        scene.f.say(scene.broadcaster, new Message.Leave(first, "failed"));
        assertThat(scene.relay.asked()).containsExactly("upstream ended FULL", "offer upstream FULL");
        assertThat(scene.relay.full).isNotEqualTo(first);
        scene.says(events -> events.upstreamFailed(Layer.FULL));
        assertThat(scene.comes().path()).isEqualTo("direct");
        scene.ticks(Duration.ofMillis(250));
        assertThat(scene.comes(viewer.member()).path()).isEqualTo("direct");
        scene.ticks(Duration.ofSeconds(60));
        assertThat(scene.comes().path()).isEqualTo("relay");
    }

    @Test
    void aRelayThatFailsACrowdIsTriedAgainAndAgainAndOnlyAFewGoDirectMeanwhile() {
        List<Viewer> crowd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            crowd.add(scene.watches());
        }
        scene.says(events -> events.upstreamFailed(Layer.FULL));
        scene.says(events -> events.upstreamFailed(Layer.FULL));
        scene.relay.asked();
        scene.ticks(Duration.ofMillis(1999));
        assertThat(scene.relay.asked()).isEmpty();
        assertThat(scene.movedOf(crowd)).isEqualTo(RelayScene.CARRIED);
        for (Duration pause : List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8))) {
            scene.ticks(pause);
            assertThat(scene.relay.asked()).contains("offer upstream FULL");
            scene.says(events -> events.upstreamFailed(Layer.FULL));
            scene.relay.asked();
            scene.ticks(pause);
            assertThat(scene.relay.asked()).doesNotContain("offer upstream FULL");
        }
        assertThat(scene.movedOf(crowd)).isZero();
    }

    @Test
    void whoComesWhileTheRelayFailsWaitsWithTheOthers() {
        for (int i = 0; i < 5; i++) {
            scene.watches();
        }
        scene.says(events -> events.upstreamFailed(Layer.FULL));
        scene.says(events -> events.upstreamFailed(Layer.FULL));
        scene.relay.asked();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 190; i++) {
            paths.add(scene.comes().path());
        }
        assertThat(paths).filteredOn("direct"::equals).hasSize(RelayScene.CARRIED);
        assertThat(scene.relay.asked()).as("while it is left alone").isEmpty();
    }

    @Test
    void anUpstreamThatIsSeenToBringMediaAgainIsProvenByThoseWhoStayed() {
        List<Viewer> crowd = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            crowd.add(scene.watches());
        }
        scene.says(events -> events.upstreamFailed(Layer.FULL));
        scene.says(events -> events.upstreamFailed(Layer.FULL));
        scene.ticks(Duration.ofMillis(250));
        Viewer moved = scene.comes(crowd.get(0).member());
        scene.goesOverTo(crowd.get(0), moved);
        crowd.forEach(viewer -> viewer.member().told());
        scene.ticks(Duration.ofSeconds(2));
        scene.says(events -> events.viewerPlays(crowd.get(4).session()));
        scene.ticks(Handovers.BOTH);
        assertThat(scene.comes(moved.member()).path()).isEqualTo("relay");
    }

    @Test
    void aHalfLayerThatFailsIsTriedAgainAndCostsNobodyTheFullOne() {
        Viewer viewer = scene.watches();
        scene.says(events -> events.layerNeeded(Layer.HALF, true));
        scene.says(events -> events.upstreamFailed(Layer.HALF));
        assertThat(scene.relay.asked()).containsExactly("offer upstream HALF", "upstream ended HALF");
        scene.ticks(Duration.ofSeconds(4));
        assertThat(scene.relay.asked()).isEmpty();
        scene.ticks(Duration.ofSeconds(1));
        assertThat(scene.relay.asked()).containsExactly("offer upstream HALF");
        assertThat(viewer.member().told()).isEmpty();
    }
}
