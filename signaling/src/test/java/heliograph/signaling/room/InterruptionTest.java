package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.Layer;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import heliograph.signaling.room.RelayScene.Viewer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of the relay's viewers when the broadcaster goes and comes. */
class InterruptionTest {
    private final RelayScene scene = new RelayScene(new PathPolicy(PathPolicy.Choice.RELAY, 0));

    private void offersFull() {
        scene.says(events -> events.upstreamOffered(scene.relay.full, "v=0 up"));
    }

    private void comesBack() {
        scene.broadcaster = scene.f.onAir();
    }

    @Test
    void aBroadcasterThatVanishesCostsTheRelaysViewersNoSession() {
        Viewer viewer = scene.watches();
        offersFull();
        String before = scene.relay.full;
        scene.f.room.left(scene.broadcaster);
        assertThat(viewer.member().told())
                .containsExactly(new Message.Offline(OfflineReason.INTERRUPTED, viewer.session()));
        assertThat(scene.relay.asked()).containsExactly("upstream ended FULL");
        assertThat(scene.f.audiences.get(scene.f.audiences.size() - 1)).isEqualTo(new Audience(false, 0, 1, 0));
        comesBack();
        assertThat(scene.relay.asked()).containsExactly("offer upstream FULL");
        assertThat(scene.relay.full).isNotEqualTo(before);
        assertThat(viewer.member().told()).containsExactly(new Message.Live(viewer.session(), "relay"));
        scene.f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0 restart"));
        assertThat(scene.relay.asked()).containsExactly("offered " + viewer.session() + " v=0 restart");
    }

    @Test
    void theHalfLayerIsAskedOfTheNextBroadcasterToo() {
        scene.watches();
        scene.says(events -> events.layerNeeded(Layer.HALF, true));
        scene.f.room.left(scene.broadcaster);
        scene.relay.asked();
        comesBack();
        scene.ticks(Duration.ofMillis(250));
        assertThat(scene.relay.asked()).containsExactly("offer upstream FULL", "offer upstream HALF");
    }

    @Test
    void whoHadNoPictureYetBeginsAnew() {
        Viewer viewer = scene.comes();
        scene.f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0"));
        scene.f.room.left(scene.broadcaster);
        assertThat(viewer.member().told()).containsExactly(new Message.Offline(OfflineReason.INTERRUPTED));
        comesBack();
        assertThat(scene.comes(viewer.member()).session()).isNotEqualTo(viewer.session());
    }

    @Test
    void theEndOfABroadcastEndsTheRelaysSessionsToo() {
        Viewer viewer = scene.watches();
        scene.f.say(scene.broadcaster, new Message.Offline(OfflineReason.ENDED));
        assertThat(viewer.member().told()).containsExactly(new Message.Offline(OfflineReason.ENDED));
        assertThat(scene.relay.asked()).containsExactly("upstream ended FULL", "left " + viewer.session());
    }

    @Test
    void theEndAfterAnInterruptionEndsWhatWasKept() {
        Viewer viewer = scene.watches();
        scene.f.room.left(scene.broadcaster);
        viewer.member().told();
        FakeMember next = scene.f.broadcaster();
        scene.f.say(next, new Message.Offline(OfflineReason.ENDED));
        assertThat(viewer.member().told()).containsExactly(new Message.Offline(OfflineReason.ENDED));
        assertThat(scene.relay.asked()).contains("left " + viewer.session());
    }

    @Test
    void aRelayThatGoesDuringAnInterruptionEndsWhatWasKept() {
        Viewer viewer = scene.watches();
        scene.f.room.left(scene.broadcaster);
        viewer.member().told();
        scene.says(RelayEvents::gone);
        assertThat(viewer.member().told(Message.Leave.class).session()).isEqualTo(viewer.session());
    }

    @Test
    void aViewerThatLeavesDuringAnInterruptionIsNotKept() {
        Viewer viewer = scene.watches();
        scene.f.room.left(scene.broadcaster);
        scene.relay.asked();
        scene.f.room.left(viewer.member());
        assertThat(scene.relay.asked()).containsExactly("left " + viewer.session());
    }
}
