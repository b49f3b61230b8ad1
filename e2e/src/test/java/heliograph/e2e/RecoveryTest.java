package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Running;
import heliograph.rig.Viewer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What dies comes back without a click, and what is ended leaves nothing behind. */
@Isolated("its figures are measured")
class RecoveryTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Milliseconds in which a process that is being killed may still send. */
    private static final int LAST_WORDS = 200;

    private static final String[] TEST = {"--camera", "test", "--microphone", "test"};

    @AutoClose
    private static final Scene scene = new Scene();

    @Test
    void threeViewersSeeThePictureMoveAgainWhenTheStudioWasKilled() {
        try (App app = App.start(scene.rig, TEST);
                Viewer first = app.watchedIn(scene.chromium);
                Viewer second = app.watchedIn(scene.chromium);
                Viewer third = app.watchedIn(scene.firefox)) {
            List<Viewer> viewers = List.of(first, second, third);
            ProcessHandle studio = app.studio();
            viewers.forEach(viewer -> viewer.picture().start());

            double killed = System.currentTimeMillis();
            studio.destroyForcibly();

            // Ten frames make a moving picture. When they were on the screen is told by the pages themselves: whoever
            // asks them one after the other comes late.
            double moving = viewers.stream()
                    .mapToDouble(viewer -> viewer.awaitFramesMadeAfter(killed + LAST_WORDS, 10, LIMIT))
                    .max()
                    .orElseThrow();
            Figures.put("all three moving again after the studio was killed (ms)", moving - killed);

            assertThat(viewers).allSatisfy(viewer -> assertThat(viewer.state()).isEqualTo("live"));
            assertThat(app.studio()).isNotEqualTo(studio);
            first.awaitBeeps(2);
        }
    }

    @Test
    void openPagesComeBackWhenTheProgramIsStartedAgainAndNoTokenThatWasRevokedDoes() throws Exception {
        App before = App.start(scene.rig, TEST);
        try (Viewer chromium = before.watchedIn(scene.chromium);
                Viewer firefox = before.watchedIn(scene.firefox)) {
            Intruder guest = new Intruder(URI.create(before.url()));
            String removed = guest.login(App.USER, App.PASSWORD);
            String other = guest.login(App.USER, App.PASSWORD);
            Member.remove(URI.create(before.url()), removed, before.broadcasterCredential());
            assertThat(guest.join(removed)).contains("\"code\":\"unauthorized\"");
            before.terminate();
            assertThat(before.exitCode()).isZero();
            Stream.of(chromium, firefox)
                    .forEach(viewer -> await().atMost(LIMIT).until(viewer::state, state -> !state.equals("live")));
            try (App again = before.again()) {
                assertThat(again.url()).isEqualTo(before.url());
                Stream.of(chromium, firefox).forEach(viewer -> {
                    viewer.awaitState("live");
                    viewer.awaitMovingPicture(LIMIT);
                });
                assertThat(guest.join(removed)).contains("\"code\":\"unauthorized\"");
                assertThat(guest.whep("Bearer " + removed, "v=0\r\n")).isEqualTo(401);
                assertThat(guest.join(other)).contains("\"type\":\"joined\"");
            }
        } finally {
            before.close();
        }
    }

    @Test
    void noProcessIsLeftWhenTheDeskIsKilled() {
        try (App app = App.start(scene.rig, TEST)) {
            List<ProcessHandle> processes = family(app);
            assertThat(processes).contains(app.studio());

            app.desk().destroyForcibly();

            await().atMost(LIMIT).untilAsserted(() -> assertThat(processes).noneMatch(Running::isRunning));
        }
    }

    @Test
    void noProcessIsLeftWhenTheProgramIsAskedToEndWhileSomebodyWatches() {
        try (App app = App.start(scene.rig, TEST);
                Viewer viewer = app.watchedIn(scene.chromium)) {
            List<ProcessHandle> processes = family(app);

            long took = app.terminate();

            Figures.put("end by SIGTERM (ms)", (double) took);
            // Three seconds are promised; a machine that is ten times late is no excuse for more.
            assertThat(took).isLessThan(30_000);
            assertThat(app.exitCode()).isZero();
            await().atMost(LIMIT).untilAsserted(() -> assertThat(processes).noneMatch(Running::isRunning));
            await().atMost(LIMIT).until(viewer::state, state -> !state.equals("live"));
        }
    }

    private static List<ProcessHandle> family(App app) {
        app.studio();
        return Stream.concat(Stream.of(app.desk()), app.desk().descendants()).toList();
    }
}
