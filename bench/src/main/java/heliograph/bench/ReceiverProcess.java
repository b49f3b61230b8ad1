package heliograph.bench;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import heliograph.bench.receiver.ReceiversMain;
import heliograph.bench.receiver.Reception;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The receivers, in a process of their own, so that their cost is not the program's. Used from the thread {@code main}. */
final class ReceiverProcess implements AutoCloseable {
    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;
    private final Gson gson = new Gson();

    private ReceiverProcess(Process process) {
        this.process = process;
        this.orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Started, with nobody watching yet. It ends when this one does, since its standard input closes then. */
    static ReceiverProcess start(Program program) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReceiversMain.class.getName(),
                        program.url())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HELIOGRAPH_USER", Program.USER);
        builder.environment().put("HELIOGRAPH_PASSWORD", program.password());
        return new ReceiverProcess(builder.start());
    }

    /** So many more join; returns when each has its answer. */
    void join(int count) throws IOException {
        order("join " + count);
    }

    /** The same over bad links. */
    void joinWeak(int count, double loss, int roundTripMillis) throws IOException {
        order("join " + count + " " + loss + " " + roundTripMillis);
    }

    /** Those who joined last leave. */
    void leave(int count) throws IOException {
        order("leave " + count);
    }

    /** Milliseconds from each one's offer to its first frame, once all have one or the time is over. */
    List<Double> awaitFirstFrames(int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            List<Double> first = new ArrayList<>();
            order("first").getAsJsonArray().forEach(it -> first.add(it.getAsDouble()));
            if (first.stream().allMatch(it -> it >= 0) || System.nanoTime() >= end) {
                return first;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** What each got since the last call. */
    List<Reception> take() throws IOException {
        return gson.fromJson(order("take"), new TypeToken<List<Reception>>() {});
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    private JsonElement order(String line) throws IOException {
        orders.write(line + "\n");
        orders.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the receivers have ended");
        }
        JsonElement json = JsonParser.parseString(answer);
        if (json.isJsonObject() && json.getAsJsonObject().has("error")) {
            throw new IOException(json.getAsJsonObject().get("error").getAsString());
        }
        return json;
    }

    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
