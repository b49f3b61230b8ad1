package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.desk.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the settings, gathered so that all of it is said at once. Lives on the thread that reads them. */
final class Mistakes {
    private final Words words;
    private final List<String> sentences = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Mistakes(Words words) {
        this.words = words;
    }

    void add(String key, Object... about) {
        sentences.add(words.say(key, about));
    }

    void warn(String key, Object... about) {
        warnings.add(words.say(key, about));
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
