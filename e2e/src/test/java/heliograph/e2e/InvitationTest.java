package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.rig.Browser;
import heliograph.rig.Chromium;
import heliograph.rig.Rig;
import heliograph.rig.Viewer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link that lets in without a password, made and taken back while the program runs. */
class InvitationTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path temp;

    @Test
    void whoeverOpensTheLinkWatchesUntilItIsTakenBackAndNobodyElseComesInByIt() throws Exception {
        try (Rig rig = Rig.start();
                Browser chromium = Chromium.start(rig.environment());
                App app = App.start(rig, "--camera", "test", "--microphone", "test")) {
            String link = command(app, "create", "--name", "Bert").strip();
            // The door that others can come in by.
            assertThat(link).startsWith(app.secureUrl() + "#invite=");
            try (Viewer bert = open(chromium, link)) {
                bert.awaitState("live");
                bert.awaitMovingPicture(LIMIT);
                assertThat(bert.tab().evaluate("location.href").getAsString()).isEqualTo(app.secureUrl());
                app.awaitOutput("joined as Bert");
                try (Viewer late = open(chromium, link)) {
                    late.tab().waitFor("document.querySelector('#notice')?.textContent.includes('used up')", LIMIT);
                    assertThat(late.state()).isEqualTo("signed-out");
                    assertThat(late.tab().evaluate("location.hash").getAsString())
                            .isEmpty();
                }
                bert.tab().reload();
                bert.awaitState("live");
                bert.awaitMovingPicture(LIMIT);
                String id = command(app, "list").substring(0, 6);
                command(app, "revoke", id);
                long revoked = System.nanoTime();
                bert.awaitState("expired");
                Figures.put(
                        "milliseconds from a revoked invitation to the sign-in card",
                        (System.nanoTime() - revoked) / 1e6);
                bert.tab().reload();
                bert.awaitState("signed-out");
            }
            String secret = link.substring(link.indexOf('=') + 1);
            assertThat(app.output())
                    .contains("audit: 127.0.0.1: came in by invitation")
                    .doesNotContain(secret);
        }
    }

    /** Follows a link. Playwright's own way of opening one waits for ever where the page changes its address meanwhile. */
    private static Viewer open(Browser browser, String link) {
        Viewer viewer = Viewer.open(browser, "about:blank");
        viewer.tab().evaluate("void (location.href = '" + link + "')");
        viewer.tab().waitFor("location.protocol.startsWith('http') && document.documentElement?.dataset.state", LIMIT);
        return viewer;
    }

    /** What {@code invitations ...} prints, run beside the program. */
    private String command(App app, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "heliograph.broadcaster.desk.Main",
                "invitations"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", app.data().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HELIOGRAPH_"));
        Path err = temp.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(err.toString()).isZero();
        return out;
    }
}
