package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.rig.FakeCamera;
import heliograph.rig.FakeMicrophone;
import heliograph.rig.Fault;
import heliograph.rig.Rig;
import heliograph.rig.Tone;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cameras and microphones, from the rig through the real studio to a real receiver. */
class StudioDevicesTest {
    private static final Duration SOON = Patience.LIMIT;
    private static final Source CAMERA_A = new Source.Device("", "Fake Camera A");
    private static final Source CAMERA_B = new Source.Device("", "Fake Camera B");
    private static final Source MICROPHONE_A = new Source.Device("mic_a", "Rig Microphone A");
    private static final Source MICROPHONE_B = new Source.Device("mic_b", "Rig Microphone B");

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
    void devicesAreListedByNameWithTheirModes() {
        StudioEvent.Devices devices = devices();

        assertThat(devices.cameras()).extracting(Camera::name).containsExactly("Fake Camera A", "Fake Camera B");
        assertThat(devices.cameras().get(0).modes())
                .containsExactly(
                        new Camera.Mode(1280, 720, 30),
                        new Camera.Mode(640, 480, 30),
                        new Camera.Mode(1280, 720, 10),
                        new Camera.Mode(640, 480, 15));
        assertThat(devices.microphones())
                .containsExactly(
                        new Microphone("mic_a", "Rig Microphone A"), new Microphone("mic_b", "Rig Microphone B"));
        assertThat(devices.problems()).isEmpty();
    }

    @Test
    void devicesThatComeAndGoAreNoticed() {
        devices();

        rig.unplug(FakeCamera.B);
        rig.removeMicrophone(FakeMicrophone.B);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(devices().cameras()).extracting(Camera::name).containsExactly("Fake Camera A");
            assertThat(devices().microphones()).extracting(Microphone::id).containsExactly("mic_a");
        });

        rig.plug(FakeCamera.B);
        rig.addMicrophone(FakeMicrophone.B);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(devices().cameras()).hasSize(2);
            assertThat(devices().microphones()).hasSize(2);
        });
    }

    @Test
    void theCameraAndTheMicrophoneThatWereChosenAreSent() {
        try (Tone a = rig.tone(FakeMicrophone.A, 440);
                Tone b = rig.tone(FakeMicrophone.B, 1000)) {
            String session = watch(CAMERA_B, MICROPHONE_B);
            await().atMost(SOON).until(() -> scene.seen(session).frames() > 30);
            assertThat(scene.seen(session).mark()).isEqualTo(FakeCamera.B.index());
            awaitHertz(session, 1000);

            scene.send(Broadcasts.start(scene.room(), CAMERA_A, MICROPHONE_A));
            await().atMost(SOON).until(() -> scene.seen(session).mark() == FakeCamera.A.index());
            awaitHertz(session, 440);
            assertThat(scene.troubles()).isEmpty();
            assertThat(List.of(a.sounds(), b.sounds())).containsOnly(true);
        }
    }

    @Test
    void aCameraWithoutRightsIsReported() {
        rig.fault(FakeCamera.A, Fault.EACCES);
        scene.send(Broadcasts.start(scene.room(), CAMERA_A, new Source.None()));
        awaitTrouble(Problem.Kind.CAMERA_DENIED, "Fake Camera A");
    }

    @Test
    void anotherCamerasRightsAreNotBlamedForOneThatIsNotThere() {
        devices();
        rig.fault(FakeCamera.B, Fault.EACCES);
        rig.unplug(FakeCamera.A);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(devices().problems())
                        .extracting(Problem::kind, Problem::device)
                        .containsExactly(tuple(Problem.Kind.CAMERA_DENIED, "Fake Camera B")));

        scene.send(Broadcasts.start(scene.room(), CAMERA_A, new Source.None()));
        await().atMost(SOON).until(() -> !scene.troubles().isEmpty());
        assertThat(scene.troubles()).containsExactly(new Problem(Problem.Kind.CAMERA_MISSING, "Fake Camera A", null));
    }

    @Test
    void aMicrophoneThatIsPulledIsReportedAndNoOtherTakesItsPlace() {
        try (Tone a = rig.tone(FakeMicrophone.A, 440)) {
            String session = watch(new Source.Test(), MICROPHONE_B);
            await().atMost(SOON).until(() -> scene.seen(session).frames() > 30);

            rig.removeMicrophone(FakeMicrophone.B);
            awaitTrouble(Problem.Kind.MICROPHONE_LOST, "Rig Microphone B");
            int number = scene.seen(session).number();
            await().atMost(SOON).until(() -> scene.seen(session).number() > number + 60);
            assertThat(scene.seen(session).level()).isLessThan(200);

            rig.addMicrophone(FakeMicrophone.B);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(scene.newest(StudioEvent.Cured.class))
                            .contains(new StudioEvent.Cured(Problem.Kind.MICROPHONE_LOST, "Rig Microphone B")));
            assertThat(a.sounds()).isTrue();
        }
    }

    @Test
    void aMicrophoneThatOpensAndSendsNothingIsReportedAndNotCuredByOpeningItAgain() {
        rig.mute(FakeMicrophone.A, true);
        String session = watch(new Source.Test(), MICROPHONE_A);
        awaitTrouble(Problem.Kind.MICROPHONE_SILENT, "Rig Microphone A");
        assertThat(scene.newest(StudioEvent.OnAir.class)).contains(new StudioEvent.OnAir(true, false));

        // The picture's numbers are the clock: in four seconds it is opened once more, in vain.
        int number = scene.seen(session).number();
        await().atMost(SOON).until(() -> scene.seen(session).number() > number + 120);
        assertThat(scene.events(StudioEvent.Cured.class)).isEmpty();

        rig.mute(FakeMicrophone.A, false);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.events(StudioEvent.Cured.class))
                        .containsExactly(new StudioEvent.Cured(Problem.Kind.MICROPHONE_SILENT, "Rig Microphone A")));
    }

    @Test
    void anAudioDaemonThatDiesAndComesBackIsNoticed() {
        Tone before = rig.tone(FakeMicrophone.A, 440);
        String session = watch(new Source.Test(), MICROPHONE_A);
        awaitHertz(session, 440);

        before.close();
        rig.stopAudio();
        awaitTrouble(Problem.Kind.MICROPHONE_LOST, "Rig Microphone A");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(devices().problems())
                        .extracting(Problem::kind)
                        .containsExactly(Problem.Kind.NO_AUDIO_DAEMON));

        rig.startAudio();
        try (Tone after = rig.tone(FakeMicrophone.A, 440)) {
            awaitHertz(session, 440);
            assertThat(after.sounds()).isTrue();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(devices().problems()).isEmpty());
        }
    }

    @Test
    void aHundredStartsOfTheCameraDoNotEndIt() {
        String session = watch(CAMERA_A, new Source.None());
        for (int i = 0; i < 100; i++) {
            int troubles = scene.troubles().size();
            int told = scene.events(StudioEvent.OnAir.class).size();
            scene.send(Broadcasts.start(scene.room(), i % 2 == 0 ? CAMERA_B : CAMERA_A, new Source.None()));
            int mark = i % 2 == 0 ? FakeCamera.B.index() : FakeCamera.A.index();
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> scene.events(StudioEvent.OnAir.class).size() > told);
            if (i % 20 == 0) {
                await().atMost(SOON).until(() -> scene.seen(session).mark() == mark);
            }
            assertThat(scene.troubles()).hasSize(troubles);
        }
        assertThat(scene.process().isAlive()).isTrue();
    }

    @Test
    void theEndOfItsInputEndsItWithTheCameraRunning() throws Exception {
        String session = watch(CAMERA_A, MICROPHONE_A);
        await().atMost(SOON).until(() -> scene.seen(session).frames() > 10);

        scene.process().getOutputStream().close();

        assertThat(scene.process().waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(scene.process().exitValue()).isEqualTo(StudioMain.ENDED);
    }

    @Test
    void stopReleasesTheCamera() throws Exception {
        String session = watch(CAMERA_A, MICROPHONE_A);
        await().atMost(SOON).until(() -> scene.seen(session).frames() > 10);
        scene.send(new StudioCommand.Stop());
        await().atMost(SOON).until(() -> scene.newest(StudioEvent.OffAir.class).isPresent());

        try (StudioChild other = StudioScene.another(rig)) {
            other.send(Broadcasts.start(scene.room(), CAMERA_A, new Source.None()));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(other.newest(StudioEvent.OnAir.class))
                            .contains(new StudioEvent.OnAir(true, false)));
            String second = scene.watch();
            await().atMost(SOON).until(() -> scene.seen(second).frames() > 10);
            assertThat(other.troubles()).isEmpty();
        }
    }

    private StudioEvent.Devices devices() {
        await().atMost(SOON).until(() -> scene.newest(StudioEvent.Devices.class).isPresent());
        return scene.newest(StudioEvent.Devices.class).orElseThrow();
    }

    private String watch(Source camera, Source microphone) {
        scene.goOnAir(Broadcasts.start(scene.room(), camera, microphone), SOON);
        return scene.watch();
    }

    private void awaitTrouble(Problem.Kind kind, String device) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.events(StudioEvent.Trouble.class))
                        .anyMatch(t -> t.problem().kind() == kind
                                && device.equals(t.problem().device())));
    }

    private void awaitHertz(String session, int hertz) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.seen(session).hertz()).isBetween(hertz - 15, hertz + 15));
    }
}
