package heliograph.broadcaster.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.StudioCommandLine;
import heliograph.rig.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as its users start it, without a display and with a studio that has no media. */
@Timeout(300)
class DeskProcessTest {
    private static final Duration PATIENCE = Patience.LIMIT;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    private Process desk(Map<String, String> environment, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(args));
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private List<String> command(String... args) {
        List<String> words = new ArrayList<>(StudioCommandLine.ofThisJvm(DeskWithFakeStudio.class.getName(), List.of())
                .words());
        words.addAll(List.of("--data", data().toString(), "--network-check", "none", "--ice-server", "none"));
        words.addAll(List.of(args));
        return words;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private int status(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private URI watch() throws IOException {
        return URI.create(out().lines()
                .filter(it -> it.startsWith("Watch at "))
                .findFirst()
                .orElseThrow()
                .substring("Watch at ".length()));
    }

    @AfterEach
    void killWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void withoutADisplayItGoesLiveAtOnceAndEndsWellOnSigterm() throws Exception {
        Process desk = desk(Map.of(), "--port", "0", "--camera", "test", "--microphone", "test");
        await().atMost(PATIENCE).until(() -> out().contains("Watch at http://127.0.0.1:"));
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(watch()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> err().contains("desk: On air"));
        List<ProcessHandle> studios = desk.children().toList();
        assertThat(studios).hasSize(1);
        desk.destroy();
        assertThat(status(desk)).isZero();
        await().atMost(PATIENCE).until(() -> studios.stream().noneMatch(Running::isRunning));
    }

    @Test
    void aTerminalThatTakesNothingHoldsNothingUp() throws Exception {
        List<String> words = command("--headless", "--port", "0", "--camera", "test", "--microphone", "test");
        // The pipe to this test is full before the program starts, as after Ctrl-S; its first line of log would wait
        // forever.
        words.addAll(
                0,
                List.of(
                        "sh",
                        "-c",
                        "dd if=/dev/zero of=/dev/fd/3 oflag=nonblock bs=1 3>&2 2>/dev/null; exec \"$@\"",
                        "sh"));
        Process desk = new ProcessBuilder(words)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        started.add(desk);
        await().atMost(PATIENCE).until(() -> out().contains("Watch at http://127.0.0.1:"));
        ProcessHandle studio = await().atMost(PATIENCE)
                .until(() -> desk.children().findFirst(), Optional::isPresent)
                .orElseThrow();

        studio.destroyForcibly();

        await().atMost(PATIENCE).until(() -> desk.children().anyMatch(it -> it.pid() != studio.pid() && it.isAlive()));
        desk.destroy();
        assertThat(status(desk)).isZero();
    }

    @Test
    void theFirstPasswordIsPrintedOnceAndNeverAgain() throws Exception {
        Process first = desk(Map.of(), "--headless", "--port", "0", "--camera", "test", "--microphone", "none");
        await().atMost(PATIENCE).until(() -> out().contains("Watch at"));
        assertThat(out()).contains("user \"viewer\", password \"");
        first.destroy();
        status(first);
        Process second = desk(Map.of(), "--headless", "--port", "0", "--camera", "test", "--microphone", "none");
        await().atMost(PATIENCE).until(() -> out().contains("Watch at"));
        assertThat(out()).doesNotContain("password");
        second.destroy();
        assertThat(status(second)).isZero();
    }

    @Test
    void sigintWhileItStartsEndsItWell() throws Exception {
        Process desk = desk(Map.of(), "--headless", "--port", "0");
        await().atMost(PATIENCE).until(() -> err().contains("studio: started"));
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(desk.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(status(desk)).isZero();
    }

    @Test
    void aStudioThatIsKilledIsReplacedAndSaidInALine() throws Exception {
        Process desk = desk(Map.of(), "--headless", "--port", "0", "--camera", "test", "--microphone", "test");
        await().atMost(PATIENCE).until(() -> err().contains("desk: On air"));
        desk.children().forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> err().contains("The camera process ended; starting again…"));
        await().atMost(PATIENCE)
                .until(() ->
                        err().lines().filter(it -> it.endsWith("desk: On air")).count() == 2);
        desk.destroy();
        assertThat(status(desk)).isZero();
    }

    @Test
    void wrongSettingsAreStatusTwoAndSayWhatIsRight() throws Exception {
        assertThat(status(desk(Map.of("HELIOGRAPH_RATE", "fast"), "--size", "big")))
                .isEqualTo(2);
        assertThat(err()).contains("HELIOGRAPH_RATE", "--size", "1280x720", "--help");
        assertThat(out()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsStatusThree() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(status(desk(Map.of(), "--headless", "--port", port))).isEqualTo(3);
            assertThat(err()).contains("Another program already uses 127.0.0.1, port " + port);
        }
    }

    @Test
    void aDataFolderThatCannotBeMadeIsStatusOne() throws Exception {
        Files.writeString(data(), "a file in the way");
        assertThat(status(desk(Map.of(), "--headless", "--port", "0"))).isEqualTo(1);
        assertThat(err()).contains("The data folder", "--data");
    }

    @Test
    void devicesAreListedWithTheirSizes() throws Exception {
        assertThat(status(desk(Map.of(), "--list-devices"))).isZero();
        assertThat(out()).contains("Cameras:", "  Kamera Ä", "    1280x720 at 30", "Microphones:", "  Microphone A");
    }

    @Test
    void aDisplayThatNobodyServesIsNoReasonToStop() throws Exception {
        Process desk = desk(Map.of("DISPLAY", ":4711"), "--port", "0", "--camera", "test", "--microphone", "test");
        await().atMost(PATIENCE).until(() -> out().contains("Watch at"));
        // What is said goes out on two threads.
        await().atMost(PATIENCE).until(() -> err().contains("The window cannot be opened"));
        desk.destroy();
        assertThat(status(desk)).isZero();
    }

    @Test
    void theAccountOfTheEnvironmentIsUsedAndNeverPrinted() throws Exception {
        Process desk = desk(
                Map.of("HELIOGRAPH_USER", "ann", "HELIOGRAPH_PASSWORD", "correct horse"),
                "--headless",
                "--port",
                "0",
                "--camera",
                "test",
                "--microphone",
                "none");
        await().atMost(PATIENCE).until(() -> out().contains("Watch at"));
        HttpRequest login = HttpRequest.newBuilder(watch().resolve("/api/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"ann\",\"password\":\"correct horse\"}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(login, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        desk.destroy();
        assertThat(status(desk)).isZero();
        assertThat(out() + err()).doesNotContain("correct horse");
    }

    @Test
    void helpAndVersionEndWell() throws Exception {
        assertThat(status(desk(Map.of(), "--help"))).isZero();
        assertThat(out()).contains("--headless", "Exit status:");
        assertThat(status(desk(Map.of(), "--version"))).isZero();
        assertThat(out()).matches("(?s)Heliograph \\d+\\.\\d+\\.\\d+\\R");
    }
}
