package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import heliograph.bench.receiver.ReceiversMain;
import heliograph.bench.receiver.Reception;
import heliograph.rig.Rig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The benchmark's receivers against the real program: that they count, not how much. */
class BenchTest {
    @AutoClose
    private static final Rig rig = Rig.start();

    @Test
    void aReceiverThatDoesNotDecodeCountsFramesAndLeaves() throws Exception {
        try (App app = App.start(rig, "--camera", "test", "--microphone", "test")) {
            app.awaitOutput(" INFO desk: On air");
            ProcessBuilder builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ReceiversMain.class.getName(),
                            app.url())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("HELIOGRAPH_USER", App.USER);
            builder.environment().put("HELIOGRAPH_PASSWORD", App.PASSWORD);
            Process process = builder.start();
            try (Writer orders = process.outputWriter(StandardCharsets.UTF_8);
                    BufferedReader answers = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(ask(orders, answers, "join 1")).isEqualTo("{}");
                await("a frame").atMost(Duration.ofSeconds(30)).until(() -> firstFrame(orders, answers) >= 0);
                ask(orders, answers, "take");
                Reception got = await("more frames and sound")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> take(orders, answers), it -> it.frames() > 0 && it.audioPackets() > 0);

                assertThat(got.trouble()).isEmpty();
                assertThat(got.relayed()).isFalse();
                assertThat(got.forged()).isZero();
                assertThat(got.bytes()).isPositive();
            } finally {
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
            app.awaitOutput(": over (left)");
        }
    }

    private static double firstFrame(Writer orders, BufferedReader answers) {
        return JsonParser.parseString(ask(orders, answers, "first"))
                .getAsJsonArray()
                .get(0)
                .getAsDouble();
    }

    private static Reception take(Writer orders, BufferedReader answers) {
        return new Gson().fromJson(ask(orders, answers, "take"), Reception[].class)[0];
    }

    private static String ask(Writer orders, BufferedReader answers, String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
            return String.valueOf(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
