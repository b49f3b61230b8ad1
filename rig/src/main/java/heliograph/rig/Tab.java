package heliograph.rig;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One page in a browser; used from any thread. Clicks and keys are real input events, and only they are a user's gesture. */
public interface Tab extends AutoCloseable {
    /** Goes to an address and waits until it is loaded. */
    void open(String url);

    /** Loads the page again. */
    void reload();

    /** Clicks the middle of an element. */
    void click(String selector);

    /** Clicks an element and types into it. */
    void type(String selector, String text);

    /** Presses a key: a character, or {@code Enter}, {@code Tab}, {@code Escape}. */
    void press(String key);

    /** The value of an expression in the page; a promise is awaited. It is no gesture, and the page's CSP does not stop it. */
    JsonElement evaluate(String expression);

    /** Waits until an expression is truthy, polling. */
    default void waitFor(String condition, Duration limit) {
        await(condition + " in " + this)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> evaluate("!!(" + condition + ")").getAsBoolean());
    }

    /** What went wrong in it so far, oldest first, where the browser's driver tells that: failed requests, errors of scripts, of the console. */
    default List<String> troubles() {
        return List.of();
    }

    /** Writes what the tab shows as a PNG. */
    void screenshot(Path file);

    @Override
    void close();
}
