package heliograph.broadcaster.desk.station;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.ManualTimeline;
import heliograph.broadcaster.link.PeerFigures;
import heliograph.broadcaster.link.PeerFigures.Route;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.link.StudioListener;
import heliograph.broadcaster.link.StudioState;
import heliograph.signaling.protocol.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewerListTest {
    private static final Instant CAME = Instant.parse("2026-11-23T10:00:00Z");

    private final ManualTimeline timeline = new ManualTimeline();
    private final AtomicLong now = new AtomicLong();
    private final List<StudioEvent> passedOn = new ArrayList<>();
    private final List<List<ViewerRow>> told = new ArrayList<>();
    private final FakeRoom room = new FakeRoom();
    private final ViewerList list = new ViewerList(timeline, now::get, new StudioListener() {
        @Override
        public void state(StudioState state) {
            // Not asked for.
        }

        @Override
        public void event(StudioEvent event) {
            passedOn.add(event);
        }
    });

    @BeforeEach
    void open() {
        list.listen(told::add);
        list.opened(room);
    }

    @Test
    void whoWaitsIsShownAtOnce() {
        room.present(waiting("a"));
        assertThat(last()).containsExactly(new ViewerRow("a", "anna", CAME, "192.0.2.7", Optional.empty()));
    }

    @Test
    void whoIsServedDirectlyIsShownWithWhatTheStudioSays() {
        room.present(watching("a", "s1", false));
        assertThat(stream()).isEqualTo(ViewerRow.Stream.unknown(false));
        list.event(new StudioEvent.Figures(
                List.of(new PeerFigures("s1", null, "VP8", 1280, 720, 30, 2500, 12, 5, Route.TURN))));
        second();
        assertThat(stream()).isEqualTo(new ViewerRow.Stream(false, Route.TURN, "VP8", 1280, 720, 30, 2500, 12, 5));
        assertThat(passedOn).isEmpty();
    }

    @Test
    void whoIsRelayedIsShownWithTheRelaysCountsAndTheSizeOfItsLayer() {
        list.event(new StudioEvent.Figures(List.of(
                new PeerFigures("up1", Layer.FULL, "H264", 1280, 720, 30, 2500, 0, 0, Route.STRAIGHT),
                new PeerFigures("up2", Layer.HALF, "H264", 640, 360, 30, 600, 0, 0, Route.STRAIGHT))));
        room.relayed = List.of(new RelayedViewer("s1", Layer.HALF, 100, 1_000_000, 0, -1, Optional.empty()));
        room.present(watching("a", "s1", true));
        assertThat(stream()).isEqualTo(new ViewerRow.Stream(true, null, "H264", 640, 360, null, null, null, null));
        room.relayed =
                List.of(new RelayedViewer("s1", Layer.HALF, 130, 1_125_000, 0.02, 41.6, Optional.of(Route.STUN)));
        second();
        assertThat(stream()).isEqualTo(new ViewerRow.Stream(true, Route.STUN, "H264", 640, 360, 30, 1000, 42, 20));
    }

    @Test
    void aHandoverBeginsToCountAnew() {
        room.relayed = List.of(new RelayedViewer("s1", Layer.FULL, 9000, 90_000_000, 0, 1, Optional.empty()));
        room.present(watching("a", "s1", true));
        room.relayed = List.of(new RelayedViewer("s2", Layer.FULL, 10, 10_000, 0, 1, Optional.empty()));
        room.present(watching("a", "s2", true));
        second();
        assertThat(stream()).extracting(ViewerRow.Stream::framesPerSecond).isNull();
    }

    @Test
    void aCrowdIsToldOnceASecond() {
        for (int i = 0; i < 50; i++) {
            room.add(waiting("v" + i));
        }
        assertThat(told).hasSize(2);
        second();
        assertThat(told).hasSize(3);
        assertThat(last()).hasSize(50);
    }

    @Test
    void theLastOneThatGoesIsShownAsGoneAndThenNothingIsAsked() {
        room.present(waiting("a"));
        room.present();
        second();
        assertThat(last()).isEmpty();
        int looks = room.looks;
        second();
        second();
        assertThat(room.looks).isEqualTo(looks);
    }

    @Test
    void whatAStudioThatDiedHadSaidIsForgotten() {
        room.present(watching("a", "s1", false));
        list.event(new StudioEvent.Figures(
                List.of(new PeerFigures("s1", null, "VP8", 1280, 720, 30, 2500, 12, 5, Route.STUN))));
        list.state(new StudioState.Starting());
        second();
        assertThat(stream()).isEqualTo(ViewerRow.Stream.unknown(false));
    }

    @Test
    void anythingElseThatTheStudioSaysIsPassedOn() {
        list.event(new StudioEvent.OffAir());
        assertThat(passedOn).containsExactly(new StudioEvent.OffAir());
    }

    private ViewerRow.Stream stream() {
        return last().get(0).stream().orElseThrow();
    }

    private List<ViewerRow> last() {
        return told.get(told.size() - 1);
    }

    private void second() {
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        timeline.pass(ViewerList.TURN);
    }

    private static RoomViewer waiting(String id) {
        return new RoomViewer(id, "anna", "192.0.2.7", CAME, Optional.empty());
    }

    private static RoomViewer watching(String id, String session, boolean relayed) {
        return new RoomViewer(id, "anna", "192.0.2.7", CAME, Optional.of(new RoomViewer.Watched(session, relayed)));
    }
}
