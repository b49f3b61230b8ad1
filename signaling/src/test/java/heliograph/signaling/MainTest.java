package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CountDownLatch end = new CountDownLatch(1);

    @TempDir
    private Path temp;

    private int run(Map<String, String> environment, String... arguments) {
        Main main = new Main(
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                end);
        return new CommandLine(main).execute(arguments);
    }

    @Test
    void itSaysWhereToWatchOnceThatCanBeOpenedAndEndsWithZero() throws Exception {
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() ->
                run(Map.of(), "--port", "0", "--data", temp.resolve("data").toString()));
        await().until(() -> printed().contains("fingerprint"));
        URI uri = URI.create(printed().replaceFirst("(?s).*Watch at (http:\\S+).*", "$1"));
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        end.countDown();
        assertThat(code.join()).isZero();
        assertThat(printed())
                .containsPattern(
                        "Watch at https://\\S+:\\d+/\\R.*SHA-256 fingerprint.* ([0-9A-F]{2}:){31}[0-9A-F]{2}\\R");
        assertThat(printed()).contains("sign in as viewer with the password ");
    }

    @Test
    void allMistakesAreReportedTogether() {
        int code = run(
                Map.of("HELIOGRAPH_USER", "anna"),
                "--port",
                "70000",
                "--max-viewers",
                "0",
                "--https-port",
                "84430",
                "--proxy-header",
                "X-Real-IP",
                "--tls-key",
                "key.pem",
                "--allowed-origin",
                "cam.example.org",
                "--allowed-origin",
                "http://my_host",
                "--ice-server",
                "turn:relay.example.org",
                "--turn-server",
                "stun:relay.example.org",
                "--turn-server",
                "turn:relay.example.org");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "--port 70000",
                        "--max-viewers 0",
                        "--proxy-header X-Real-IP",
                        "--ice-server turn:relay.example.org",
                        "--turn-server stun:",
                        "HELIOGRAPH_PASSWORD",
                        "HELIOGRAPH_TURN_SECRET")
                .contains(
                        "--https-port 84430",
                        "--tls-certificate and --tls-key",
                        "--allowed-origin cam.example.org",
                        "--allowed-origin http://my_host");
    }

    @Test
    void anAccountThatNobodyCouldSignInWithIsAMistake() {
        assertThat(run(Map.of("HELIOGRAPH_USER", "", "HELIOGRAPH_PASSWORD", "secret-one")))
                .isEqualTo(2);
        assertThat(run(Map.of("HELIOGRAPH_USER", "anna", "HELIOGRAPH_PASSWORD", "")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.contains("not be empty"));
        assertThat(run(Map.of("HELIOGRAPH_USER", "n".repeat(65), "HELIOGRAPH_PASSWORD", "p".repeat(257))))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("HELIOGRAPH_USER is longer than 64", "HELIOGRAPH_PASSWORD is longer than 256")
                .doesNotContain("nnn", "ppp");
    }

    @Test
    void anAddressThatIsNotOursIsASentenceAndNoTrace() {
        int code = run(
                Map.of(), "--bind", "192.0.2.1", "--data", temp.resolve("data").toString());
        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("192.0.2.1 is none of")
                .doesNotContain("\tat ");
    }

    @Test
    void whoOpensThePlainDoorToTheNetworkIsWarned() throws Exception {
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> run(
                Map.of(),
                "--bind",
                "0.0.0.0",
                "--port",
                "0",
                "--https-port",
                "none",
                "--data",
                temp.resolve("data").toString()));
        await().until(() -> printed().contains("Watch at http://"));
        end.countDown();
        assertThat(code.join()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Without TLS everybody on the way can read along");
        assertThat(printed()).doesNotContain("https://");
    }

    @Test
    void aCertificateThatIsNotThereIsASentenceAndNoTrace() {
        int code = run(
                Map.of(),
                "--port",
                "0",
                "--tls-certificate",
                temp.resolve("no.crt").toString(),
                "--tls-key",
                temp.resolve("no.key").toString(),
                "--data",
                temp.resolve("data").toString());
        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(temp.resolve("no.crt") + " is not there.")
                .doesNotContain("\tat ");
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
