package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.desk.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What the user should know, a sentence each. Immutable; any thread. */
public final class Notices {
    private final Words words;
    private final Settings settings;

    public Notices(Words words, Settings settings) {
        this.words = words;
        this.settings = settings;
    }

    /** The worst first. */
    public List<String> of(Status status) {
        List<String> sentences = new ArrayList<>();
        if (status.room() instanceof RoomState.Failed failed) {
            sentences.add(words.say(
                    "room." + failed.reason().name(),
                    settings.bind(),
                    String.valueOf(settings.port()),
                    failed.detail(),
                    settings.data()));
        }
        status.problems().forEach(problem -> sentences.add(words.problem(problem)));
        return sentences;
    }
}
