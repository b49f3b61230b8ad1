package heliograph.broadcaster.desk.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.desk.settings.RelaySettings;
import heliograph.relay.Relay;
import heliograph.relay.RelayObserver;
import heliograph.signaling.protocol.Layer;
import heliograph.signaling.room.RelayEvents;
import heliograph.signaling.room.RelayMember;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayBridgeTest {
    private static final RelaySettings SETTINGS = new RelaySettings(0, true, null);

    private final FakeRelay relay = new FakeRelay();
    private final CompletableFuture<RelayObserver> observer = new CompletableFuture<>();
    private final HeardEvents room = new HeardEvents();
    private RelayBridge bridge;

    @BeforeEach
    void open() throws Exception {
        bridge = RelayBridge.open(
                (settings, told) -> {
                    observer.complete(told);
                    return relay;
                },
                SETTINGS,
                said -> said.accept(room));
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    private void heard(String event) {
        await().untilAsserted(() -> assertThat(room.heard).contains(event));
    }

    private void called(String... calls) {
        await().untilAsserted(() -> assertThat(relay.calls).containsExactly(calls));
    }

    @Test
    void theRelayComesIntoTheRoomAndGoesBeforeItIsClosed() {
        assertThat(room.heard).containsExactly("joined");
        bridge.close();
        bridge.close();
        assertThat(room.heard).containsExactly("joined", "gone");
        assertThat(relay.calls).containsExactly("close");
    }

    @Test
    void anUpstreamIsOfferedAnsweredAndEnded() {
        bridge.offerUpstream("u1", Layer.HALF);
        heard("upstream offered u1 v=0 up HALF");
        bridge.upstreamAnswered("u1", Layer.HALF, "v=0 a");
        bridge.upstreamEnded(Layer.HALF);
        called("offer upstream HALF", "upstream answered HALF v=0 a", "end upstream HALF");
    }

    @Test
    void aViewerIsAnsweredFoundAndEnded() {
        bridge.viewerOffered("s1", "v=0", false);
        bridge.viewerCandidate("s1", "candidate:1");
        bridge.viewerCandidate("s1", "");
        bridge.viewerLeft("s1");
        heard("answered s1 v=0 answer to v=0");
        called("answer s1", "candidate s1 candidate:1", "end s1");
    }

    @Test
    void whoCannotBeHandedOverIsWaitedFor() {
        bridge.viewerOffered("s1", "v=0", true);
        heard("answered s1 v=0 answer to v=0");
        called("answer s1 patiently");
    }

    @Test
    void whatTheRelayCannotAnswerIsSaidSo() {
        bridge.viewerOffered("s1", "v=0 odd", false);
        heard("refused s1");
    }

    @Test
    void aBugInTheRelayCostsOneViewerItsRelayAndNobodyElseAnything() {
        bridge.viewerOffered("s1", "v=0 bug", false);
        heard("refused s1");
        bridge.viewerOffered("s2", "v=0", false);
        heard("answered s2 v=0 answer to v=0");
    }

    @Test
    void whatTheRelayNoticesTheRoomHears() {
        RelayObserver told = observer.join();
        told.viewerPlays("s1");
        told.layerNeeded(Relay.Layer.HALF, true);
        told.upstreamFailed(Relay.Layer.FULL);
        for (RelayObserver.Ending ending : RelayObserver.Ending.values()) {
            told.viewerEnded("s1", ending);
        }
        assertThat(room.heard)
                .containsExactly(
                        "joined",
                        "plays s1",
                        "needed HALF true",
                        "failed FULL",
                        "ended s1 LEFT",
                        "ended s1 UNREACHED",
                        "ended s1 TOO_WEAK",
                        "ended s1 VANISHED",
                        "ended s1 FAILED");
    }

    @Test
    void thatTheMachineDoesNotKeepUpIsToldFromTheFirstMomentOnToWhoeverListens() {
        List<Boolean> early = new ArrayList<>();
        bridge.onOverload(early::add);
        observer.join().overloaded(true);
        List<Boolean> late = new ArrayList<>();
        bridge.onOverload(late::add);
        observer.join().overloaded(false);
        assertThat(early).containsExactly(false, true, false);
        assertThat(late).containsExactly(true, false);
    }

    @Test
    void aPortThatCannotBeHadLeavesTheRoomWithoutARelay() {
        List<String> told = new ArrayList<>();
        assertThatIOException()
                .isThrownBy(() -> RelayBridge.open(
                        (settings, any) -> {
                            throw new BindException("in use");
                        },
                        SETTINGS,
                        said -> told.add("something")));
        assertThat(told).isEmpty();
    }

    private static final class HeardEvents implements RelayEvents {
        final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void joined(RelayMember member) {
            heard.add("joined");
        }

        @Override
        public void gone() {
            heard.add("gone");
        }

        @Override
        public void upstreamOffered(String session, String sdp) {
            heard.add("upstream offered " + session + " " + sdp);
        }

        @Override
        public void upstreamFailed(Layer layer) {
            heard.add("failed " + layer);
        }

        @Override
        public void layerNeeded(Layer layer, boolean needed) {
            heard.add("needed " + layer + " " + needed);
        }

        @Override
        public void viewerAnswered(String session, String sdp) {
            heard.add("answered " + session + " " + sdp);
        }

        @Override
        public void viewerRefused(String session) {
            heard.add("refused " + session);
        }

        @Override
        public void viewerPlays(String session) {
            heard.add("plays " + session);
        }

        @Override
        public void viewerEnded(String session, Ending reason) {
            heard.add("ended " + session + " " + reason);
        }
    }
}
