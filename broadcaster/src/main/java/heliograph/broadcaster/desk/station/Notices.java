package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.desk.settings.Https;
import heliograph.broadcaster.desk.settings.RelaySettings;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user should know, a sentence each. Immutable; any thread. */
public final class Notices {
    private final Words words;
    private final Settings settings;

    public Notices(Words words, Settings settings) {
        this.words = words;
        this.settings = settings;
    }

    /**
     * The worst first.
     *
     * @param camera what was chosen; null while nobody did. Who chose the test picture misses no camera
     * @param microphone likewise
     */
    public List<String> of(Status status, @Nullable Source camera, @Nullable Source microphone) {
        List<String> sentences = new ArrayList<>();
        Https https = settings.https();
        if (status.room() instanceof RoomState.Failed failed) {
            sentences.add(words.say(
                    "room." + failed.reason().name(),
                    settings.bind(),
                    String.valueOf(settings.port()),
                    failed.detail(),
                    settings.data(),
                    https == null ? "" : https.bind(),
                    https == null ? "" : String.valueOf(https.port())));
        }
        if (status.room() instanceof RoomState.Open open && open.links().plainForOthers()) {
            sentences.add(words.say("plain.for-others", open.links().plain()));
        }
        if (status.room() instanceof RoomState.Open open) {
            open.noRelay().ifPresent(why -> sentences.add(withoutRelay(why)));
        }
        if (status.overloaded()) {
            sentences.add(words.say("relay.overloaded"));
        }
        status.problems().stream()
                .filter(problem -> switch (problem.kind()) {
                    case NO_CAMERA -> asksForDevice(camera);
                    case NO_MICROPHONE, NO_AUDIO_DAEMON -> asksForDevice(microphone);
                    default -> true;
                })
                .forEach(problem -> sentences.add(words.problem(problem)));
        return sentences;
    }

    private String withoutRelay(NoRelay why) {
        RelaySettings relay = settings.relay();
        return words.say(
                "relay." + why.reason().name(), relay == null ? "" : String.valueOf(relay.port()), why.detail());
    }

    private static boolean asksForDevice(@Nullable Source chosen) {
        return chosen == null || chosen instanceof Source.Device;
    }
}
