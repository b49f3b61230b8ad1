package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.room.RelayEvents.Ending;
import heliograph.signaling.room.RelayScene.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many may be direct because the relay is not for them, and what becomes of the others. */
class ExceptionsTest {
    private final RelayScene scene = new RelayScene();

    @ParameterizedTest
    @EnumSource(names = {"UNREACHED", "FAILED"})
    void aCrowdThatTheRelayDoesNotReachCostsTheBroadcasterAFewEncodesAndTheRestHearThatItIsFull(Ending ending) {
        fourthPlace();
        List<Viewer> crowd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Viewer viewer = scene.comes();
            scene.f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0"));
            scene.says(events -> events.viewerEnded(viewer.session(), ending));
            scene.ticks(Duration.ofMillis(250));
            crowd.add(viewer);
        }
        assertThat(crowd)
                .filteredOn(viewer -> viewer.member().endedWith == null)
                .hasSize(RelayScene.CARRIED);
        assertThat(crowd)
                .filteredOn(viewer -> viewer.member().endedWith == ErrorCode.FULL)
                .hasSize(20 - RelayScene.CARRIED);
        assertThat(crowd.get(0).member().endedWith).isNull();
        // A place that becomes free is the next one's, and not before.
        scene.f.room.left(crowd.get(0).member());
        Viewer next = scene.comes();
        scene.f.say(next.member(), new Message.Offer(next.session(), "v=0"));
        scene.says(events -> events.viewerEnded(next.session(), ending));
        assertThat(scene.comes(next.member()).path()).isEqualTo("direct");
    }

    /** As when the relay's socket went deaf: nobody knows yet whether that is the viewer's link, its way, or the relay. */
    @Test
    void whoVanishedComesInAgainByTheRelayAndDirectlyWhereThatDoesNotReachItAnyMore() {
        fourthPlace();
        Viewer vanished = scene.comes(scene.f.join("shared"));
        scene.plays(vanished);
        scene.says(events -> events.viewerEnded(vanished.session(), Ending.VANISHED));
        assertThat(vanished.member().told(Message.Leave.class).session()).isEqualTo(vanished.session());
        scene.f.room.left(vanished.member());

        Viewer again = scene.comes(scene.f.join("shared"));
        assertThat(again.path()).isEqualTo("relay");
        assertThat(again.session()).isNotEqualTo(vanished.session());
        scene.f.say(again.member(), new Message.Offer(again.session(), "v=0"));
        assertThat(scene.relay.asked()).contains("offered " + again.session() + " v=0");
        scene.says(events -> events.viewerAnswered(again.session(), "v=0"));
        again.member().told();
        scene.says(events -> events.viewerEnded(again.session(), Ending.UNREACHED));
        Viewer direct = scene.comes(again.member());
        assertThat(direct.path()).isEqualTo("direct");
        scene.plays(direct);
        assertThat(again.member().endedWith).isNull();
    }

    @Test
    void whoCouldOnlyBeDirectIsToldAtTheDoorThatItIsFull() {
        fourthPlace();
        List<Viewer> crowd = new ArrayList<>();
        for (int i = 0; i < RelayScene.CARRIED; i++) {
            Viewer viewer = scene.comes(scene.f.join("shared"));
            crowd.add(viewer);
            if (viewer.path().equals("relay")) {
                scene.f.say(viewer.member(), new Message.Offer(viewer.session(), "v=0"));
                scene.says(events -> events.viewerEnded(viewer.session(), Ending.UNREACHED));
            }
            scene.ticks(Duration.ofMillis(250));
        }
        FakeMember late = scene.f.join("shared");
        assertThat(late.endedWith).isEqualTo(ErrorCode.FULL);
        assertThat(late.told()).noneMatch(Message.Live.class::isInstance);
        assertThat(crowd)
                .allSatisfy(viewer -> assertThat(viewer.member().endedWith).isNull());
    }

    @Test
    void whoIsTooWeakKeepsThePictureThatThereIsUntilAPlaceIsFree() {
        fourthPlace();
        List<Viewer> crowd = new ArrayList<>();
        for (int i = 0; i <= RelayScene.CARRIED; i++) {
            Viewer viewer = scene.watches();
            scene.says(events -> events.viewerEnded(viewer.session(), Ending.TOO_WEAK));
            scene.ticks(Duration.ofMillis(250));
            crowd.add(viewer);
        }
        Viewer last = crowd.get(RelayScene.CARRIED);
        assertThat(last.member().endedWith).isNull();
        assertThat(last.member().told()).isEmpty();
        scene.f.room.left(crowd.get(0).member());
        scene.ticks(Duration.ofMillis(250));
        assertThat(scene.comes(last.member()).path()).isEqualTo("direct");
    }

    private void fourthPlace() {
        for (int i = 0; i < 3; i++) {
            scene.watches();
        }
    }
}
