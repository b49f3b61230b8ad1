package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import heliograph.signaling.room.RelayEvents.Ending;
import heliograph.signaling.room.RelayScene.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of those whom the relay brings no picture. */
class FirstPictureTest {
    /** So many may be direct because the relay is not for them. */
    private static final int EXCEPTIONS = 2 * RelayScene.CARRIED;

    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration TICK = Duration.ofMillis(250);

    private final RelayScene scene = new RelayScene(new PathPolicy(PathPolicy.Choice.RELAY, 0));

    @Test
    void whereTheRelayBringsOthersTheirPictureNobodyWaitsLong() {
        scene.watches();
        Viewer viewer = offers();
        scene.ticks(FirstPicture.LIMIT.minus(MILLI));
        assertThat(viewer.member().told()).isEmpty();
        scene.ticks(MILLI);
        assertThat(scene.comes(viewer.member()).path()).isEqualTo("direct");
    }

    @Test
    void whoIsLateWhereOthersAreNotIsNotTriedAgain() {
        scene.watches();
        Viewer viewer = offers();
        scene.ticks(FirstPicture.LIMIT);
        Viewer direct = scene.comes(viewer.member());
        scene.plays(direct);
        scene.settles();
        assertThat(viewer.member().told()).isEmpty();
    }

    @Test
    void aColdUpstreamIsWaitedForAndThePatienceWithItsViewersBeginsWithItsFirstPicture() {
        Viewer first = offers();
        Viewer second = offers();
        scene.ticks(FirstPicture.COLD_LIMIT.minus(MILLI));
        scene.says(events -> events.viewerPlays(first.session()));
        scene.ticks(MILLI);
        assertThat(second.member().told()).isEmpty();
        scene.ticks(FirstPicture.LIMIT.minus(MILLI));
        assertThat(scene.comes(second.member()).path()).isEqualTo("direct");
        assertThat(first.member().told()).isEmpty();
    }

    @Test
    void anUpstreamThatBringsNothingIsNotBlamedOnItsViewers() {
        Viewer viewer = offers("shared");
        scene.ticks(FirstPicture.COLD_LIMIT);
        Viewer direct = scene.comes(viewer.member());
        assertThat(direct.path()).isEqualTo("direct");
        scene.goesOverTo(viewer, direct);
        scene.settles();
        assertThat(viewer.member().told()).as("for a while").isEmpty();
        scene.ticks(Handovers.DOUBTED);
        assertThat(scene.comes(viewer.member()).path()).isEqualTo("relay");
    }

    @Test
    void aPlayerThatMustComeAgainFindsTheDirectPathThen() {
        FakeMember player = scene.f.player("shared");
        Viewer relayed = scene.comes(player);
        scene.f.say(player, new Message.Offer(relayed.session(), "v=0"));
        assertThat(scene.relay.asked()).contains("offered " + relayed.session() + " v=0 patiently");
        scene.ticks(FirstPicture.ALONE_LIMIT.minus(MILLI));
        assertThat(player.told()).isEmpty();
        scene.ticks(MILLI);
        assertThat(player.told()).containsExactly(new Message.Leave(relayed.session(), "late"));
        assertThat(scene.comes(scene.f.player("shared")).path()).isEqualTo("direct");
    }

    @Test
    void theNextBroadcastersUpstreamIsAsColdAsTheFirst() {
        scene.watches();
        scene.f.say(scene.broadcaster, new Message.Offline(OfflineReason.ENDED));
        scene.f.say(scene.broadcaster, new Message.Live(null, null));
        Viewer viewer = offers();
        scene.ticks(FirstPicture.COLD_LIMIT.minus(MILLI));
        assertThat(viewer.member().told()).isEmpty();
    }

    @Test
    void ofACrowdThatARelayBringsNothingAFewGoDirectAndTheOthersWait() {
        List<Viewer> crowd = crowd();
        scene.ticks(FirstPicture.COLD_LIMIT);
        assertThat(scene.movedOf(crowd)).isEqualTo(RelayScene.CARRIED);
        scene.settles();
        scene.settles();
        assertThat(scene.movedOf(crowd)).isZero();
        scene.says(events -> events.viewerPlays(crowd.get(crowd.size() - 1).session()));
        scene.ticks(TICK);
        assertThat(scene.movedOf(crowd)).as("there is hope again").isZero();
    }

    @Test
    void aPlayerThatWaitsInACrowdIsNotSentAway() {
        crowd();
        FakeMember player = scene.f.player("shared");
        Viewer relayed = scene.comes(player);
        scene.f.say(player, new Message.Offer(relayed.session(), "v=0"));
        scene.ticks(FirstPicture.ALONE_LIMIT);
        scene.settles();
        assertThat(player.told()).isEmpty();
    }

    @Test
    void ofACrowdThatCannotReachTheRelayAFewGoDirectByAndBy() {
        List<Viewer> crowd = crowd();
        crowd.forEach(viewer -> scene.says(events -> events.viewerEnded(viewer.session(), Ending.UNREACHED)));
        assertThat(scene.movedOf(crowd)).isEqualTo(Handovers.RATE.burst());
        scene.ticks(Duration.ofSeconds(1));
        assertThat(scene.movedOf(crowd)).isEqualTo(EXCEPTIONS - Handovers.RATE.burst());
        scene.settles();
        assertThat(scene.f.paths).filteredOn("direct unreached"::equals).hasSize(EXCEPTIONS);
        assertThat(full(crowd)).isEqualTo(crowd.size() - EXCEPTIONS);
    }

    @Test
    void ofACrowdThatTheRelayCannotReadAFewArePassedOnByAndBy() {
        List<Viewer> crowd = crowd();
        scene.broadcaster.told();
        crowd.forEach(viewer -> scene.says(events -> events.viewerRefused(viewer.session())));
        assertThat(scene.broadcaster.told()).hasSize(Handovers.RATE.burst());
        Viewer last = crowd.get(EXCEPTIONS - 1);
        Message.Candidate candidate = new Message.Candidate(last.session(), "candidate:1", "0", 0);
        scene.f.say(last.member(), candidate);
        scene.settles();
        scene.settles();
        assertThat(scene.broadcaster.told()).contains(new Message.Offer(last.session(), "v=0"), candidate);
        assertThat(last.member().told()).containsExactly(new Message.Live(last.session(), "direct"));
        assertThat(full(crowd)).isEqualTo(crowd.size() - EXCEPTIONS);
    }

    @Test
    void whatWasNotForTheRelayMayBeLater() {
        Viewer viewer = offers("shared");
        scene.says(events -> events.viewerEnded(viewer.session(), Ending.UNREACHED));
        Viewer direct = scene.comes(viewer.member());
        scene.goesOverTo(viewer, direct);
        scene.ticks(DirectOnly.KEPT.minus(MILLI));
        assertThat(viewer.member().told()).isEmpty();
        scene.ticks(MILLI);
        assertThat(scene.comes(viewer.member()).path()).isEqualTo("relay");
    }

    @Test
    void whoNeverOffersDoesNotHoldTheEncodeForEver() {
        Viewer silent = scene.comes();
        scene.says(events -> events.upstreamOffered(scene.relay.full, "v=0"));
        scene.broadcaster.told();
        scene.ticks(FirstPicture.COLD_LIMIT.minus(MILLI));
        assertThat(silent.member().told()).isEmpty();
        scene.ticks(MILLI);
        assertThat(scene.comes(silent.member()).path()).isEqualTo("direct");
        String encoded = scene.relay.full;
        scene.ticks(Handovers.BOTH);
        scene.ticks(Handovers.BOTH);
        assertThat(scene.broadcaster.told()).containsExactly(new Message.Leave(encoded, null));
    }

    @Test
    void whoIsTurnedAwayDuringAnInterruptionGoesDirectWhenThereIsSomethingToSee() {
        Viewer viewer = scene.watches();
        scene.f.room.left(scene.broadcaster);
        viewer.member().told();
        scene.says(events -> events.viewerEnded(viewer.session(), Ending.TOO_WEAK));
        assertThat(viewer.member().told()).isEmpty();
        scene.broadcaster = scene.f.onAir();
        assertThat(scene.comes(viewer.member()).path()).isEqualTo("relay");
        scene.ticks(TICK);
        assertThat(scene.comes(viewer.member()).path()).isEqualTo("direct");
    }

    private Viewer offers() {
        return offers("viewer");
    }

    private Viewer offers(String token) {
        Viewer viewer = scene.comes(scene.f.join(token));
        scene.f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0"));
        return viewer;
    }

    /** Twelve who have offered at a relay that has not answered yet. */
    private static long full(List<Viewer> crowd) {
        return crowd.stream()
                .filter(viewer -> viewer.member().endedWith == ErrorCode.FULL)
                .count();
    }

    private List<Viewer> crowd() {
        List<Viewer> crowd = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            crowd.add(offers());
        }
        return crowd;
    }
}
