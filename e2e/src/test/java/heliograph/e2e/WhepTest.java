package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Child;
import heliograph.rig.Folders;
import heliograph.rig.Rig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real program with a real studio, looked at by {@code whep-check} as anybody may look at it. */
class WhepTest {
    private static final String MAIN = "heliograph.whepcheck.Main";

    @AutoClose
    private static final Rig rig = Rig.start();

    /** Directly, and as every player is served from the fourth viewer on; the relay's ICE is the lite one, and the studio's is not. */
    @ParameterizedTest
    @CsvSource({"direct, not there", "relay, there"})
    void everyClauseOfWhepIsKept(String path, String iceLite) throws Exception {
        Path folder = Folders.temporary("whep-check");
        Path log = folder.resolve("findings");
        // A TURN server that nobody asks is enough to have a Link.
        try (App app = App.start(
                        rig,
                        environment -> environment.put("HELIOGRAPH_TURN_SECRET", "unused"),
                        "--camera",
                        "test",
                        "--microphone",
                        "test",
                        "--path",
                        path,
                        "--turn-server",
                        "turn:127.0.0.1:9?transport=udp");
                Child check = Child.start(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                MAIN,
                                app.url() + "whep",
                                "--sign-in"),
                        environment -> {
                            environment.put("HELIOGRAPH_USER", App.USER);
                            environment.put("HELIOGRAPH_PASSWORD", App.PASSWORD);
                        },
                        log)) {
            await().atMost(Duration.ofMinutes(3)).until(() -> !check.alive());
            String findings = Files.readString(log);
            assertThat(findings.lines()).as(findings).noneMatch(line -> line.startsWith("FAIL"));
            assertThat(findings.lines().filter(line -> line.startsWith("SKIP")))
                    .singleElement()
                    .asString()
                    .contains("HTTPS is used");
            assertThat(findings)
                    .as("who answered")
                    .containsPattern("PASS .* Its ice-lite is as in the answer \\(" + iceLite + "\\)");
            assertThat(check.exitCode()).isZero();
            assertThat(app.output()).doesNotContain("ice-pwd", "a=candidate");
        } finally {
            Folders.delete(folder);
        }
    }
}
