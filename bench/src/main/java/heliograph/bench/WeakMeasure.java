package heliograph.bench;

import heliograph.bench.receiver.Reception;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** One viewer at 5 % loss and 200 ms among nine good ones: what it gets, and what they notice. Used from the thread {@code main}. */
final class WeakMeasure {
    static final int GOOD = 9;

    private static final double LOSS = 0.05;
    private static final int ROUND_TRIP_MILLIS = 200;
    private static final int ENCODERS_OF_A_CORE = 4;
    private static final int LIMIT_SECONDS = 30;

    private WeakMeasure() {}

    static void run(Trial trial) throws InterruptedException {
        for (MediaPath path : trial.paths()) {
            Trial.say("one bad link among " + good(path) + " good ones, " + path.option());
            try (Program program = trial.start(path);
                    ReceiverProcess receivers = ReceiverProcess.start(program)) {
                once(trial, path, program, receivers);
            } catch (IOException e) {
                trial.results().fail(Measure.WEAK + ", " + path.option() + ": " + e.getMessage());
            }
        }
    }

    // What is looked at is the link, not the processor: directly, each viewer is an encoder.
    private static int good(MediaPath path) {
        int most = ENCODERS_OF_A_CORE * Runtime.getRuntime().availableProcessors();
        return path == MediaPath.RELAY ? GOOD : Math.min(GOOD, most - 1);
    }

    private static void once(Trial trial, MediaPath path, Program program, ReceiverProcess receivers)
            throws IOException, InterruptedException {
        int good = good(path);
        receivers.join(good);
        receivers.joinWeak(1, LOSS, ROUND_TRIP_MILLIS);
        receivers.awaitFirstFrames(LIMIT_SECONDS);
        Trial.pause(trial.plan().settleSeconds());
        Optional<String> trouble = CrowdMeasure.trouble(receivers.take(), path);
        if (trouble.isPresent()) {
            throw new IOException(trouble.get());
        }
        for (int i = 0; i < trial.plan().windows(); i++) {
            Window window = Window.look(program, receivers, trial.plan().windowSeconds());
            List<Reception> fine = window.receptions().subList(0, good);
            Reception weak = window.receptions().get(good);
            add(trial, path, "bad link: frames a second", weak.frames() / window.seconds());
            add(trial, path, "bad link: longest pause (ms)", weak.longestPauseMillis());
            add(trial, path, "bad link: packets missed at first", (double) weak.gaps());
            add(trial, path, "bad link: packets that came later", (double) weak.repaired());
            add(trial, path, "bad link: packets lost for good", (double) weak.lost());
            add(
                    trial,
                    path,
                    "good links: frames a second, the worst",
                    fine,
                    it -> it.frames() / window.seconds(),
                    true);
            add(trial, path, "good links: longest pause (ms)", fine, Reception::longestPauseMillis, false);
        }
    }

    private static void add(
            Trial trial,
            MediaPath path,
            String name,
            List<Reception> of,
            ToDoubleFunction<Reception> value,
            boolean least) {
        double worst = least
                ? of.stream().mapToDouble(value).min().orElse(0)
                : of.stream().mapToDouble(value).max().orElse(0);
        add(trial, path, name, worst);
    }

    private static void add(Trial trial, MediaPath path, String name, double value) {
        trial.results().add(Measure.WEAK, path, good(path) + 1, name, value);
    }
}
