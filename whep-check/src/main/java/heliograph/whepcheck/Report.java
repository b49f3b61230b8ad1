package heliograph.whepcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The findings so far, each told as it comes. Lives on the thread that checks. */
final class Report {
    private final Consumer<Finding> listener;
    private final List<Finding> findings = new ArrayList<>();

    Report(Consumer<Finding> listener) {
        this.listener = listener;
    }

    /** Whether a clause is kept; gives that back. */
    boolean expect(String section, String clause, boolean kept, Object why) {
        add(new Finding(kept ? Verdict.PASS : Verdict.FAIL, section, clause, String.valueOf(why)));
        return kept;
    }

    void skip(String section, String clause, String why) {
        add(new Finding(Verdict.SKIP, section, clause, why));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    long count(Verdict verdict) {
        return findings.stream().filter(it -> it.verdict() == verdict).count();
    }

    private void add(Finding finding) {
        findings.add(finding);
        listener.accept(finding);
    }
}
