package heliograph.bench;

import heliograph.bench.receiver.Reception;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What each viewer more costs the program, and what each of them gets. Used from the thread {@code main}. */
final class CrowdMeasure {
    static final String CORES = "processor (cores)";
    static final String RSS = "memory, RSS (MB)";
    static final String PSS = "memory, PSS (MB)";
    static final String THREADS = "threads";
    static final String FRAMES = "frames a second, the worst viewer";
    static final String PAUSE = "longest pause (ms)";
    static final String GAPS = "sequence gaps";
    static final String LOST = "packets lost for good";
    static final String BITRATE = "kbit/s a viewer";
    static final String FIRST_P50 = "offer to first frame, five at once, p50 (ms)";
    static final String FIRST_MAX = "offer to first frame, five at once, max (ms)";
    static final String TOGETHER = "offer to first frame, all the new at once, max (ms)";
    static final String HOP_P50 = "hop, p50 (ms)";
    static final String HOP_P99 = "hop, p99 (ms)";
    static final double FULL_RATE = 29.5;

    private static final int LIMIT_SECONDS = 30;
    private static final double BUSY = 0.15;
    private static final int AT_ONCE = 5;
    private static final String OVERLOAD = "does not keep up";

    private final Trial trial;
    private final MediaPath path;

    private CrowdMeasure(Trial trial, MediaPath path) {
        this.trial = trial;
        this.path = path;
    }

    static void run(Trial trial) throws InterruptedException {
        for (MediaPath path : trial.paths()) {
            new CrowdMeasure(trial, path).grow();
        }
    }

    private void grow() throws InterruptedException {
        int viewers = 0;
        try (Program program = trial.start(path);
                ReceiverProcess receivers = ReceiverProcess.start(program)) {
            for (int count : trial.plan().viewers(path)) {
                Trial.say(count + " viewers, " + path.option());
                int before = viewers;
                viewers = count;
                receivers.join(count - before);
                List<Double> first = receivers.awaitFirstFrames(LIMIT_SECONDS);
                Trial.pause(trial.plan().settleSeconds());
                Optional<String> trouble = trouble(receivers.take(), path);
                if (trouble.isPresent()) {
                    trial.results().fail(what(count) + trouble.get());
                    return;
                }
                List<Double> joined = first.subList(before, first.size());
                add(count, TOGETHER, Spread.percentile(joined, 100));
                measure(program, receivers, count);
                rejoin(receivers, count);
            }
        } catch (IOException e) {
            trial.results().fail(what(viewers) + e.getMessage());
        }
    }

    /** Why there is no result; empty if every viewer got media, by the path that was asked for. */
    static Optional<String> trouble(List<Reception> receptions, MediaPath path) {
        List<Reception> without = receptions.stream()
                .filter(it -> !it.trouble().isEmpty() || it.frames() == 0)
                .toList();
        if (!without.isEmpty()) {
            return Optional.of(without.size() + " of " + receptions.size() + " viewers got no picture: "
                    + without.get(0).trouble());
        }
        long others = receptions.stream()
                .filter(it -> it.relayed() != (path == MediaPath.RELAY))
                .count();
        return others == 0 ? Optional.empty() : Optional.of(others + " viewers were served by the other path");
    }

    private void measure(Program program, ReceiverProcess receivers, int count)
            throws IOException, InterruptedException {
        String gave = "";
        String calm = "";
        double others = 0;
        for (int i = 0; i < trial.plan().windows(); i++) {
            Window window = look(program, receivers, count);
            add(count, CORES, window.cores());
            add(count, RSS, window.load().rssMegabytes());
            add(count, PSS, window.load().pssMegabytes());
            add(count, THREADS, window.load().threads());
            add(count, FRAMES, window.fewestFrames());
            add(count, PAUSE, window.longestPause());
            add(count, GAPS, window.gaps());
            add(count, LOST, window.lost());
            add(count, BITRATE, window.bitrate());
            others = Math.max(others, window.othersCores());
            Verdict verdict = new Verdict(window);
            gave = verdict.isShort() ? verdict.text() : gave;
            calm = verdict.text();
        }
        if (others > BUSY) {
            trial.results()
                    .warn(what(count) + "something else used up to " + Spread.number(others, 1) + " cores meanwhile");
        }
        List<Integer> counts = trial.plan().viewers(path);
        if (!gave.isEmpty() || count == counts.get(counts.size() - 1)) {
            trial.results().finding(what(count) + (gave.isEmpty() ? calm : gave) + said(program));
        }
    }

    // The hop of the same seconds as everything else.
    private Window look(Program program, ReceiverProcess receivers, int count)
            throws IOException, InterruptedException {
        int seconds = trial.plan().windowSeconds();
        if (path == MediaPath.DIRECT) {
            return Window.look(program, receivers, seconds);
        }
        try (Capture capture = Capture.start(program.desk())) {
            Window window = Window.look(program, receivers, seconds);
            hop(capture, count);
            return window;
        }
    }

    private void hop(Capture capture, int count) throws IOException, InterruptedException {
        Optional<List<Double>> hops = capture.hops();
        if (hops.isEmpty()) {
            trial.results().fail("the hop: tcpdump is not there, or may not listen (it wants root)");
        } else if (hops.get().isEmpty()) {
            trial.results().fail(what(count) + "no frame of the studio's was found again at the viewers");
        } else {
            add(count, HOP_P50, Spread.percentile(hops.get(), 50));
            add(count, HOP_P99, Spread.percentile(hops.get(), 99));
        }
    }

    private String said(Program program) throws IOException {
        if (path == MediaPath.DIRECT) {
            return "";
        }
        return program.output()
                .lines()
                .filter(line -> line.contains(OVERLOAD))
                .findFirst()
                .map(line -> " The program said: \"" + line.substring(line.indexOf(OVERLOAD)) + "\"")
                .orElse(" The program had nothing to say of it.");
    }

    /** Some leave and come again, the last ones, all at once: a first frame each, several times. */
    private void rejoin(ReceiverProcess receivers, int count) throws IOException, InterruptedException {
        int few = Math.min(AT_ONCE, count);
        for (int i = 0; i < trial.plan().joins(); i++) {
            receivers.leave(few);
            receivers.join(few);
            List<Double> first = receivers.awaitFirstFrames(LIMIT_SECONDS);
            List<Double> joined = first.subList(first.size() - few, first.size());
            if (joined.stream().anyMatch(it -> it < 0)) {
                throw new IOException("one who left got no picture when it came again");
            }
            add(count, FIRST_P50, Spread.percentile(joined, 50));
            add(count, FIRST_MAX, Spread.percentile(joined, 100));
        }
    }

    private void add(int count, String name, double value) {
        trial.results().add(Measure.CROWD, path, count, name, value);
    }

    private String what(int count) {
        return count + " " + path.option() + (count == 1 ? " viewer: " : " viewers: ");
    }
}
