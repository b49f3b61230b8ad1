package heliograph.broadcaster.desk.window;

import java.util.function.Consumer;

/** Looks at what may change by itself, again and again; knows no Swing. Lives on the window's thread. */
final class Looks<T> {
    private final Errands errands;
    private final Errands.Errand<T> look;
    private final Consumer<T> seen;
    private final Consumer<String> failed;
    private int underWay;
    private String failure = "";

    Looks(Errands errands, Errands.Errand<T> look, Consumer<T> seen, Consumer<String> failed) {
        this.errands = errands;
        this.look = look;
        this.seen = seen;
        this.failed = failed;
    }

    /** From time to time: nothing, while the last one is not back. */
    void again() {
        if (underWay == 0) {
            now();
        }
    }

    /** After something was changed, which a look that is under way may not have seen. */
    void now() {
        underWay++;
        errands.send(
                look,
                found -> {
                    underWay--;
                    seen.accept(found);
                },
                sentence -> {
                    underWay--;
                    failure = sentence;
                    failed.accept(sentence);
                });
    }

    /** What is still to be said after a look that did not fail. */
    String without(String mistake) {
        return mistake.equals(failure) ? "" : mistake;
    }
}
