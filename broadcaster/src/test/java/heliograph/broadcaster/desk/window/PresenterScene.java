package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Choice;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioState;
import heliograph.signaling.room.Announcement;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A presenter between a window and a broadcaster that only note what they are told. Lives on the test's thread. */
final class PresenterScene {
    static final Camera A =
            new Camera("/dev/video0", "Cam A", List.of(new Camera.Mode(1280, 720, 30), new Camera.Mode(640, 480, 15)));
    static final Camera B = new Camera("/dev/video2", "Cam B", List.of(new Camera.Mode(640, 480, 30)));
    static final Microphone MIC = new Microphone("mic_a", "Mic A");
    static final RoomState OPEN = new RoomState.Open(
            Room.Links.local(URI.create("http://127.0.0.1:1/")),
            Optional.of(new Room.FirstAccount("viewer", "pw")),
            Optional.empty());

    private final List<@Nullable Choice> wishes = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final List<StudioCommand.Monitor> monitored = new ArrayList<>();
    private @Nullable WindowModel shown;

    private final Broadcaster broadcaster = new Broadcaster() {
        @Override
        public void start(Choice choice) {
            wishes.add(choice);
        }

        @Override
        public void stop() {
            wishes.add(null);
        }

        @Override
        public void remove(String viewer) {
            // Not asked for here.
        }

        @Override
        public void announce(Announcement announcement) {
            // Not asked for here.
        }

        @Override
        public void monitor(StudioCommand.Monitor wish) {
            monitored.add(wish);
        }
    };

    Presenter presenter(String... args) {
        return presenter(Map.of(), args);
    }

    Presenter presenter(Map<String, String> environment, String... args) {
        Intent intent = new SettingsReader(
                        new Surroundings(environment, "Linux", Path.of("/no-such-home"), Locale.ENGLISH), "1")
                .read(args);
        Settings settings = ((Intent.Run) intent).settings();
        return new Presenter(
                broadcaster, settings, Words.of(Locale.ENGLISH), Memory.none(), now::get, model -> shown = model);
    }

    void pass(Duration time) {
        now.updateAndGet(it -> it.plus(time));
    }

    WindowModel shown() {
        return Objects.requireNonNull(shown);
    }

    static Status status(Air air, List<Camera> cameras, List<Microphone> microphones, Problem... problems) {
        return new Status(
                air,
                new StudioState.Running(),
                Optional.of(new Status.Devices(cameras, microphones, true)),
                List.of(problems),
                OPEN,
                new Room.Watchers(0, 0),
                true,
                false);
    }

    static Status off(Camera... cameras) {
        return status(new Air.Off(), List.of(cameras), List.of(MIC));
    }

    static Status on(Camera... cameras) {
        return status(new Air.On(true, true), List.of(cameras), List.of(MIC));
    }

    /** What was to be shown of what comes in, one after the other. */
    List<StudioCommand.Monitor> monitored() {
        return monitored;
    }

    /** What was wished for last, which is a start. */
    Choice wish() {
        return Objects.requireNonNull(wishes.get(wishes.size() - 1));
    }

    /** What was wished for so far: a start with this choice, or a stop, which is null. */
    List<@Nullable Choice> wishes() {
        return wishes;
    }
}
