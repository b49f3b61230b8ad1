package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.check.Check;
import heliograph.broadcaster.desk.check.CheckRun;
import heliograph.broadcaster.desk.check.Finding;
import heliograph.broadcaster.desk.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is shown of a check of the connection; knows no Swing. Lives on the window's thread. */
final class CheckPresenter {
    private final Words words;
    private final Supplier<List<Check>> checks;
    private final Start start;
    private final Executor windowThread;

    private List<Check> asked = List.of();
    private final Map<Integer, Finding> findings = new TreeMap<>();
    private Consumer<CheckModel> view = model -> {};

    /** Carries checks out elsewhere, without waiting for them. */
    @FunctionalInterface
    interface Start {
        void start(List<Check> checks, CheckRun.Listener listener);
    }

    /**
     * One that has nothing to show yet.
     *
     * @param checks what is to be looked at now
     * @param windowThread where what was found is to be said
     */
    CheckPresenter(Words words, Supplier<List<Check>> checks, Start start, Executor windowThread) {
        this.words = words;
        this.checks = checks;
        this.start = start;
        this.windowThread = windowThread;
    }

    /** Where to show it from now on, in the language of now. */
    void view(Consumer<CheckModel> shown) {
        view = shown;
        if (!asked.isEmpty()) {
            show();
        }
    }

    /** Looks at everything, once more if need be; not while it does so already. */
    void begin() {
        if (running()) {
            return;
        }
        asked = checks.get();
        findings.clear();
        show();
        start.start(asked, (index, finding) -> windowThread.execute(() -> found(index, finding)));
    }

    private void found(int index, Finding finding) {
        findings.put(index, finding);
        show();
    }

    private boolean running() {
        return findings.size() < asked.size();
    }

    private void show() {
        List<CheckModel.Line> lines = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            lines.add(line(asked.get(i), Optional.ofNullable(findings.get(i))));
        }
        String summary = running()
                ? words.say("check.running")
                : Finding.summary(findings.values()).in(words);
        view.accept(new CheckModel(lines, running(), summary));
    }

    private CheckModel.Line line(Check check, Optional<Finding> finding) {
        return new CheckModel.Line(
                check.title().in(words),
                finding.map(Finding::state),
                finding.map(it -> it.mark().in(words)).orElse(words.say("check.pending")),
                finding.map(it -> it.found().in(words)).orElse(""),
                finding.flatMap(Finding::advice).map(it -> it.in(words)).orElse(""));
    }
}
