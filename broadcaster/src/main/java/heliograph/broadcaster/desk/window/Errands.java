package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.GuestsException;
import heliograph.broadcaster.desk.station.GuestsException.Reason;
import heliograph.broadcaster.desk.text.Words;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does elsewhere what waits for the disk or hashes, and says on the window's thread what came of it; knows no Swing. Immutable; any
 * thread.
 *
 * @param elsewhere carries errands out, one after the other
 * @param windowThread where their outcome is said
 */
record Errands(Words words, Executor elsewhere, Executor windowThread) {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    /** What is to be done, on a thread that may wait. */
    @FunctionalInterface
    interface Errand<T> {
        T run() throws GuestsException;
    }

    /** ... where nothing comes back. */
    @FunctionalInterface
    interface Deed {
        void run() throws GuestsException;
    }

    /** Carries it out; then either {@code done} is told what came of it, or {@code refused} a sentence for people. */
    <T> void send(Errand<T> errand, Consumer<T> done, Consumer<String> refused) {
        elsewhere.execute(() -> {
            try {
                T outcome = errand.run();
                windowThread.execute(() -> done.accept(outcome));
            } catch (GuestsException e) {
                String sentence = sentence(e);
                windowThread.execute(() -> refused.accept(sentence));
            } catch (RuntimeException e) {
                LOG.error("guests: a bug", e);
                String sentence = sentence(new GuestsException(Reason.FAILED));
                windowThread.execute(() -> refused.accept(sentence));
            }
        });
    }

    /** The same for what only succeeds or not. */
    void send(Deed deed, Runnable done, Consumer<String> refused) {
        send(
                () -> {
                    deed.run();
                    return Boolean.TRUE;
                },
                yes -> done.run(),
                refused);
    }

    private String sentence(GuestsException refusal) {
        return words.say("guests." + refusal.reason(), refusal.about());
    }
}
