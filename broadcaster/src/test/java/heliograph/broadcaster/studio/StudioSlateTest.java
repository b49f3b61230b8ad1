package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.rig.FakeCamera;
import heliograph.rig.Fault;
import heliograph.rig.Rig;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cameras that fail: viewers get the slate, in the very same track, until the camera is back. */
class StudioSlateTest {
    private static final Duration SOON = Patience.LIMIT;
    private static final Source CAMERA_B = new Source.Device("", "Fake Camera B");
    /** What the block rows read on the slate, which has none; camera A would read the same. */
    private static final int NO_MARK = 0;

    private Rig rig;
    private StudioScene scene;

    @BeforeEach
    void startAll() throws Exception {
        rig = Rig.start();
        scene = StudioScene.withDevices(rig);
    }

    @AfterEach
    void endAll() {
        scene.close();
        rig.close();
    }

    @Test
    void aCameraThatIsPulledLeavesTheSlateAndComesBackInTheSameSession() {
        String session = watch();
        awaitCamera(session);
        ReceiverReport.Seen live = scene.seen(session);

        rig.unplug(FakeCamera.B);
        awaitTrouble(Problem.Kind.CAMERA_LOST);
        awaitSlate(session);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(scene.newest(StudioEvent.OnAir.class)).contains(new StudioEvent.OnAir(false, true)));
        assertThat(scene.seen(session).width()).isEqualTo(live.width());
        awaitTone(session);

        // Who comes now gets a key frame of the slate.
        String late = scene.watch();
        awaitSlate(late);

        rig.plug(FakeCamera.B);
        awaitCamera(session);
        awaitCamera(late);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(scene.newest(StudioEvent.OnAir.class)).contains(new StudioEvent.OnAir(true, true)));
        assertThat(scene.events(StudioEvent.Cured.class))
                .contains(new StudioEvent.Cured(Problem.Kind.CAMERA_LOST, "Fake Camera B"));
        assertThat(scene.seen(session).ssrc()).isEqualTo(live.ssrc());
    }

    @Test
    void aCameraThatSendsNothingIsReportedAndTheSlateTakesItsPlaceWhileTheSoundGoesOn() {
        String session = watch();
        awaitCamera(session);

        rig.fault(FakeCamera.B, Fault.STALL);
        awaitSlate(session);
        awaitTrouble(Problem.Kind.CAMERA_SILENT);
        awaitTone(session);

        rig.fault(FakeCamera.B, Fault.NONE);
        awaitCamera(session);
    }

    @Test
    void aBusyCameraIsReportedAndTakenWhenItIsFree() {
        rig.fault(FakeCamera.B, Fault.BUSY);
        String session = watch();
        awaitTrouble(Problem.Kind.CAMERA_BUSY);
        awaitSlate(session);
        assertThat(scene.newest(StudioEvent.OnAir.class)).contains(new StudioEvent.OnAir(false, true));

        rig.fault(FakeCamera.B, Fault.NONE);
        awaitCamera(session);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(scene.newest(StudioEvent.OnAir.class)).contains(new StudioEvent.OnAir(true, true)));
    }

    private String watch() {
        scene.goOnAir(Broadcasts.start(scene.room(), CAMERA_B, new Source.Test()), SOON);
        return scene.watch();
    }

    private void awaitCamera(String session) {
        int before = scene.seen(session).frames();
        await().atMost(SOON)
                .until(() -> scene.seen(session).frames() > before + 10
                        && scene.seen(session).mark() == FakeCamera.B.index());
    }

    /** Not one alone: they go on. */
    private void awaitSlate(String session) {
        await().atMost(SOON)
                .until(() ->
                        scene.seen(session).frames() > 0 && scene.seen(session).mark() == NO_MARK);
        int before = scene.seen(session).frames();
        await().atMost(SOON).until(() -> scene.seen(session).frames() > before + 3);
        assertThat(scene.seen(session).mark()).isEqualTo(NO_MARK);
    }

    private void awaitTone(String session) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.seen(session).hertz()).isBetween(985, 1015));
    }

    private void awaitTrouble(Problem.Kind kind) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.events(StudioEvent.Trouble.class))
                        .anyMatch(t -> t.problem().kind() == kind
                                && "Fake Camera B".equals(t.problem().device())));
    }
}
