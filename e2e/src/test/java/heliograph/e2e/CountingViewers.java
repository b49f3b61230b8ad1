package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import heliograph.bench.receiver.ReceiversMain;
import heliograph.bench.receiver.Reception;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The benchmark's receivers, in a process of their own: they count every frame and decode none. Used from one thread. */
final class CountingViewers implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private CountingViewers(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Started, with nobody watching yet. */
    static CountingViewers of(App app) {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReceiversMain.class.getName(),
                        app.url())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HELIOGRAPH_USER", App.USER);
        builder.environment().put("HELIOGRAPH_PASSWORD", App.PASSWORD);
        try {
            return new CountingViewers(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many more, each with a frame. */
    void join(int count) {
        ask("join " + count);
        await("a frame for each")
                .atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(take()).extracting(Reception::trouble).containsOnly(""));
    }

    /** Those who joined last leave. */
    void leave(int count) {
        ask("leave " + count);
    }

    /** So many packets of strangers': garbage, and what these sent, cut short or as it was. */
    void strangersSend(int count) {
        ask("strangers " + count);
    }

    /** What each got since the last time. */
    List<Reception> take() {
        return List.of(new Gson().fromJson(ask("take"), Reception[].class));
    }

    private JsonElement ask(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
            String answer = answers.readLine();
            if (answer == null || answer.startsWith("{\"error")) {
                throw new AssertionError(order + ": " + answer);
            }
            return JsonParser.parseString(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the receivers did not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
