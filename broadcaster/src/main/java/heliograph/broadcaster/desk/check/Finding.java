package heliograph.broadcaster.desk.check;

import java.util.Collection;
import java.util.Optional;

/**
 * What a check came to. Immutable.
 *
 * @param found what is so
 * @param advice what to do about it
 */
public record Finding(State state, Sentence found, Optional<Sentence> advice) {

    /** How it stands with viewers. */
    public enum State {
        FINE,
        /** Some viewers may not come through, or nobody can tell. */
        WARNING,
        /** Viewers will not come through by this. */
        FAILED
    }

    static Finding fine(String key, Object... about) {
        return new Finding(State.FINE, Sentence.of(key, about), Optional.empty());
    }

    /** The advice is the sentence of the same name with {@code .todo}, and speaks of the same. */
    static Finding advised(State state, String key, Object... about) {
        return new Finding(state, Sentence.of(key, about), Optional.of(Sentence.of(key + ".todo", about)));
    }

    static Finding warning(String key, Object... about) {
        return advised(State.WARNING, key, about);
    }

    static Finding failed(String key, Object... about) {
        return advised(State.FAILED, key, about);
    }

    /** The state as a word. */
    public Sentence mark() {
        return Sentence.of(
                switch (state) {
                    case FINE -> "check.fine";
                    case WARNING -> "check.warning";
                    case FAILED -> "check.failed";
                });
    }

    /** How many of each there are. */
    public static Sentence summary(Collection<Finding> findings) {
        return Sentence.of(
                "check.summary",
                count(findings, State.FAILED),
                count(findings, State.WARNING),
                count(findings, State.FINE));
    }

    private static long count(Collection<Finding> findings, State state) {
        return findings.stream().filter(it -> it.state() == state).count();
    }
}
