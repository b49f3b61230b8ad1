package heliograph.broadcaster.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Running;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real child processes, a fake studio in them. */
@Timeout(300)
class StudioProcessTest {
    private final List<StudioEvent> events = new CopyOnWriteArrayList<>();
    private final List<StudioState> states = new CopyOnWriteArrayList<>();
    private final List<StudioProcess> runs = new CopyOnWriteArrayList<>();
    private final SingleThread timeline = new SingleThread("studio-supervisor");

    private StudioSupervisor supervise(String... options) {
        return supervise(StudioCommandLine.ofThisJvm(FakeStudio.class.getName(), List.of(options)));
    }

    private StudioSupervisor supervise(StudioCommandLine command) {
        StudioLauncher launcher = StudioProcess.launcher(command);
        StudioSupervisor supervisor = new StudioSupervisor(
                listener -> {
                    StudioRun run = launcher.launch(listener);
                    runs.add((StudioProcess) run);
                    return run;
                },
                timeline,
                new StudioListener() {
                    @Override
                    public void state(StudioState state) {
                        states.add(state);
                    }

                    @Override
                    public void event(StudioEvent event) {
                        events.add(event);
                    }
                });
        supervisor.start();
        return supervisor;
    }

    private static boolean alive(StudioProcess run) {
        return ProcessHandle.of(run.pid()).map(Running::isRunning).orElse(false);
    }

    private void awaitEvents(Class<? extends StudioEvent> kind, int count) {
        await().until(() -> events.stream().filter(kind::isInstance).count() >= count);
    }

    @AfterEach
    void killWhatIsLeft() {
        runs.forEach(StudioRun::kill);
        timeline.close();
    }

    @Test
    void aStudioListsDevicesGoesOnAirAndEndsWhenItIsClosed() {
        try (StudioSupervisor supervisor = supervise()) {
            supervisor.goOnAir(() -> Broadcasts.test("t"));
            awaitEvents(StudioEvent.OnAir.class, 1);
            supervisor.goOffAir();
            awaitEvents(StudioEvent.OffAir.class, 1);
        }
        assertThat(((StudioEvent.Devices) events.get(0)).cameras())
                .extracting(Camera::name)
                .containsExactly("Kamera Ä");
        assertThat(runs).hasSize(1).noneMatch(StudioProcessTest::alive);
    }

    @Test
    void aStudioKilledOnAirComesBackOnAir() {
        try (StudioSupervisor supervisor = supervise()) {
            supervisor.goOnAir(() -> Broadcasts.test("t"));
            awaitEvents(StudioEvent.OnAir.class, 1);
            runs.get(0).kill();
            awaitEvents(StudioEvent.OnAir.class, 2);
            assertThat(runs).hasSize(2);
            assertThat(states).anyMatch(StudioState.Recovering.class::isInstance);
        }
    }

    @Test
    void aStudioThatHangsIsKilledAndReplaced() {
        try (StudioSupervisor supervisor = supervise("-Dweakness=hang")) {
            await().until(() -> runs.size() == 2);
            assertThat(states).contains(new StudioState.Recovering(StudioState.Cause.SILENT, Duration.ofMillis(100)));
            await().until(() -> !alive(runs.get(0)));
            supervisor.goOffAir();
        }
    }

    @Test
    void aStudioThatDiesAtEachStartIsTriedMoreAndMoreSeldom() {
        try (StudioSupervisor supervisor = supervise("-Dweakness=die")) {
            supervisor.goOnAir(() -> Broadcasts.test("t"));
            await().until(() -> runs.size() >= 3);
            assertThat(states)
                    .contains(
                            new StudioState.Recovering(StudioState.Cause.ENDED, Duration.ofMillis(100)),
                            new StudioState.Recovering(StudioState.Cause.ENDED, Duration.ofMillis(200)));
        }
    }

    @Test
    void aStudioThatItsArchiveTakesDownIsStartedWithoutIt() {
        StudioCommandLine sound = StudioCommandLine.ofThisJvm(FakeStudio.class.getName(), List.of());
        // No JVM starts with three archives at once.
        StudioCommandLine command = new StudioCommandLine(
                sound.java(),
                sound.classPath(),
                sound.feature(),
                sound.mainClass(),
                List.of(),
                Optional.of(Path.of(String.join(File.pathSeparator, "a.jsa", "b.jsa", "c.jsa"))));
        try (StudioSupervisor supervisor = supervise(command)) {
            supervisor.goOnAir(() -> Broadcasts.test("t"));
            awaitEvents(StudioEvent.OnAir.class, 1);
            assertThat(runs).hasSize(2);
        }
    }

    @Test
    void garbageOnStandardOutputIsSkipped() {
        try (StudioSupervisor supervisor = supervise("-Dweakness=garbage")) {
            supervisor.goOnAir(() -> Broadcasts.test("t"));
            awaitEvents(StudioEvent.OnAir.class, 1);
            assertThat(runs).hasSize(1);
        }
    }

    @Test
    void aStudioThatIsDeafToTheEndIsKilledInTime() {
        try (StudioSupervisor supervisor = supervise("-Dweakness=deaf")) {
            awaitEvents(StudioEvent.Devices.class, 1);
            supervisor.goOffAir();
        }
        await().until(() -> !alive(runs.get(0)));
    }

    @Test
    void aMissingProgramIsRetriedAndNamed() {
        StudioSupervisor supervisor = new StudioSupervisor(
                StudioProcess.launcher(new StudioCommandLine(
                        Path.of("/no/such/java"), "x", 17, "x.Main", List.of(), Optional.empty())),
                timeline,
                new StudioListener() {
                    @Override
                    public void state(StudioState state) {
                        states.add(state);
                    }

                    @Override
                    public void event(StudioEvent event) {
                        events.add(event);
                    }
                });
        try (supervisor) {
            supervisor.start();
            await().until(() ->
                    states.contains(new StudioState.Recovering(StudioState.Cause.NOT_STARTED, Duration.ofMillis(200))));
        }
    }

    @Test
    void noStudioOutlivesADeskThatIsKilled() throws IOException {
        Process desk = new ProcessBuilder(StudioCommandLine.ofThisJvm(FakeDesk.class.getName(), List.of())
                        .words())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle studio =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(studio.isAlive()).isTrue();
            desk.destroyForcibly();
            await().until(() -> !Running.isRunning(studio));
        } finally {
            desk.destroyForcibly();
        }
    }
}
