package heliograph.broadcaster.desk.check;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;

/**
 * Something to be said, in whichever language it will be. Immutable.
 *
 * @param about what it speaks of; a number only where it is to be shown as a quantity
 */
public record Sentence(String key, List<Object> about) {
    public Sentence {
        about = List.copyOf(about);
    }

    static Sentence of(String key, Object... about) {
        return new Sentence(key, List.of(about));
    }

    /** The same in these words. */
    public String in(Words words) {
        return words.say(key, about.toArray());
    }
}
