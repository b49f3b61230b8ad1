package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Choice;
import heliograph.broadcaster.desk.station.Notices;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.Selection;
import heliograph.broadcaster.desk.station.StateLine;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioState;
import heliograph.broadcaster.link.VideoCodec;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the window shows and what its parts do; knows no Swing. Lives on the window's thread. */
final class Presenter {
    private final Broadcaster broadcaster;
    private final Settings settings;
    private final Words words;
    private final ChoiceLists lists;
    private final Notices notices;
    private final Consumer<WindowModel> view;

    private Status status = Status.initial();
    private @Nullable Source camera;
    private @Nullable Source microphone;
    private Camera.Mode wish;
    private boolean startWanted;
    private boolean accountNoted;

    Presenter(Broadcaster broadcaster, Settings settings, Words words, Consumer<WindowModel> view) {
        this.broadcaster = broadcaster;
        this.settings = settings;
        this.words = words;
        this.lists = new ChoiceLists(words);
        this.notices = new Notices(words, settings);
        this.view = view;
        this.camera = settings.camera();
        this.microphone = settings.microphone();
        Broadcast.Video video = settings.video();
        this.wish = new Camera.Mode(video.width(), video.height(), video.rate());
        this.startWanted = settings.start();
    }

    void status(Status now) {
        status = now;
        if (startWanted && now.devices().isPresent() && actionEnabled()) {
            startWanted = false;
            start();
        }
        show();
    }

    void camera(Source chosen) {
        camera = chosen;
        changed();
    }

    void microphone(Source chosen) {
        microphone = chosen;
        changed();
    }

    void mode(Camera.Mode chosen) {
        wish = chosen;
        changed();
    }

    void startOrStop() {
        if (!actionEnabled()) {
            return;
        }
        if (stops()) {
            broadcaster.stop();
        } else {
            start();
            show();
        }
    }

    void accountNoted() {
        accountNoted = true;
        show();
    }

    private void start() {
        // From now on the same devices, whatever else is plugged in.
        Choice choice = choice();
        camera = keep(camera, choice.camera());
        microphone = keep(microphone, choice.microphone());
        broadcaster.start(choice);
    }

    /** Nobody chose to send nothing: a device that comes later may still be the default. */
    private static @Nullable Source keep(@Nullable Source wished, Source resolved) {
        return wished == null && resolved instanceof Source.None ? null : resolved;
    }

    private void changed() {
        if (stops()) {
            broadcaster.start(choice());
        }
        show();
    }

    private Choice choice() {
        Camera.Mode mode = modes().entries().get(modes().selected()).value();
        Broadcast.Video video = settings.video();
        return new Choice(
                chosenCamera(),
                chosenMicrophone(),
                new Broadcast.Video(mode.width(), mode.height(), mode.rate(), video.bitrate(), video.codec()),
                settings.processing(),
                settings.udpPorts());
    }

    private Source chosenCamera() {
        return status.devices()
                .map(devices -> Selection.camera(camera, devices.cameras()))
                .orElseGet(() -> camera == null ? new Source.None() : camera);
    }

    private Source chosenMicrophone() {
        return status.devices()
                .map(devices -> Selection.microphone(microphone, devices.microphones()))
                .orElseGet(() -> microphone == null ? new Source.None() : microphone);
    }

    private WindowModel.Choices<Camera.Mode> modes() {
        return lists.modes(status.devices(), chosenCamera(), wish);
    }

    private boolean stops() {
        return status.air() instanceof Air.On || status.air() instanceof Air.Starting;
    }

    private boolean actionEnabled() {
        if (stops()) {
            return true;
        }
        return status.air() instanceof Air.Off
                && status.room() instanceof RoomState.Open
                && !(status.studio() instanceof StudioState.Incompatible)
                && !choice().silentAndDark();
    }

    private void show() {
        view.accept(new WindowModel(
                StateLine.of(status, words),
                new WindowModel.Action(stops(), actionEnabled()),
                lists.cameras(status.devices(), chosenCamera(), camera != null),
                modes(),
                lists.microphones(status.devices(), chosenMicrophone(), microphone != null),
                sending(),
                status.room() instanceof RoomState.Open open ? open.watch().toString() : "",
                watching(),
                notices.of(status),
                !status.online(),
                account()));
    }

    private String sending() {
        VideoCodec codec = settings.video().codec();
        return words.say(
                "window.sending.value",
                codec == VideoCodec.AUTO ? words.say("window.codec.auto") : codec.name(),
                String.valueOf(settings.video().bitrate()));
    }

    private String watching() {
        int watching = status.watchers().watching();
        int waiting = status.watchers().waiting();
        String text = watching == 0 ? words.say("window.watching.none") : words.say("window.watching", watching);
        return waiting == 0 ? text : text + " · " + words.say("window.waiting", waiting);
    }

    private Optional<Room.FirstAccount> account() {
        return accountNoted || !(status.room() instanceof RoomState.Open open) ? Optional.empty() : open.firstAccount();
    }
}
