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
    static final String FIRST_P50 = "offer to first frame, p50 (ms)";
    static final String FIRST_MAX = "offer to first frame, max (ms)";
    static final String HOP_P50 = "hop, p50 (ms)";
    static final String HOP_P99 = "hop, p99 (ms)";
    static final double FULL_RATE = 29.5;

    private static final int LIMIT_SECONDS = 30;
    private static final double BUSY = 0.15;

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
                add(count, FIRST_P50, Spread.percentile(joined, 50));
                add(count, FIRST_MAX, Spread.percentile(joined, 100));
                measure(program, receivers, count);
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
        String verdict = "";
        double others = 0;
        for (int i = 0; i < trial.plan().windows(); i++) {
            Window window = Window.look(program, receivers, trial.plan().windowSeconds());
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
            verdict = verdict(window, count).orElse(verdict);
        }
        if (others > BUSY) {
            trial.results()
                    .warn(what(count) + "something else used up to " + Spread.number(others, 1) + " cores meanwhile");
        }
        if (!verdict.isEmpty()) {
            trial.results().finding(verdict);
        }
        if (path == MediaPath.RELAY) {
            hop(program, count);
        }
    }

    private Optional<String> verdict(Window window, int count) {
        long below = window.below(FULL_RATE);
        if (below == 0 && window.lost() == 0) {
            return Optional.empty();
        }
        return Optional.of(what(count) + below + " got fewer than " + FULL_RATE + " frames a second, the worst "
                + Spread.number(window.fewestFrames(), 1) + "; " + Math.round(window.lost())
                + " packets never came. The program used " + Spread.number(window.cores(), 2)
                + " cores, the receivers " + Spread.number(window.receiversCores(), 2) + " of "
                + Runtime.getRuntime().availableProcessors()
                + (window.droppedHere() > 0
                        ? "; the receivers themselves were too slow for " + window.droppedHere() + " packets."
                        : "; the receivers kept up."));
    }

    private void hop(Program program, int count) throws IOException, InterruptedException {
        Optional<List<Double>> hops = Capture.hops(program.desk(), trial.plan().windowSeconds());
        if (hops.isEmpty()) {
            trial.results().fail("the hop: tcpdump is not there, or may not listen (it wants root)");
            return;
        }
        if (hops.get().isEmpty()) {
            trial.results().fail(what(count) + "no frame of the studio's was found again at the viewers");
            return;
        }
        add(count, HOP_P50, Spread.percentile(hops.get(), 50));
        add(count, HOP_P99, Spread.percentile(hops.get(), 99));
    }

    private void add(int count, String name, double value) {
        trial.results().add(Measure.CROWD, path, count, name, value);
    }

    private String what(int count) {
        return count + " " + path.option() + (count == 1 ? " viewer: " : " viewers: ");
    }
}
