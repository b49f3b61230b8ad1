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

    /**
     * The same of what a reply shows. A server under load may answer anything with 503 (WHEP, section 4.6) or 429 (RFC 6585,
     * section 4), and one that sends a player elsewhere has not yet answered: neither tells of the clause.
     */
    boolean expect(String section, String clause, boolean kept, Reply reply) {
        if (!kept && reply.isBusy()) {
            skip(section, clause, reply + ": the server is busy, which is allowed");
            return false;
        }
        if (!kept && reply.is(307, 308) && !reply.endless()) {
            skip(section, clause, reply + ": sent to where it could not be followed with this token");
            return false;
        }
        return expect(section, clause, kept, (Object) reply);
    }

    /** As {@link #expect}, of advice: nothing is broken where it is not followed. */
    void advise(String section, String clause, boolean followed, Object why) {
        add(new Finding(followed ? Verdict.PASS : Verdict.WARN, section, clause, String.valueOf(why)));
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
