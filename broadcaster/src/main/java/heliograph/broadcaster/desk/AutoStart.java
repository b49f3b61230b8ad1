package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Choice;
import heliograph.broadcaster.desk.station.Modes;
import heliograph.broadcaster.desk.station.Selection;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on air without a window: as soon as it is known with what, and again when that failed and other devices are
 * there. Lives on the station's timeline.
 */
final class AutoStart implements Consumer<Status> {
    private static final Logger LOG = LoggerFactory.getLogger(AutoStart.class);

    private final Settings settings;
    private final Broadcaster broadcaster;
    private final Words words;
    private Optional<Status.Devices> tried = Optional.empty();
    private boolean begun;

    AutoStart(Settings settings, Broadcaster broadcaster, Words words) {
        this.settings = settings;
        this.broadcaster = broadcaster;
        this.words = words;
    }

    @Override
    public void accept(Status status) {
        boolean builtIn = builtIn(settings.camera()) && builtIn(settings.microphone());
        boolean known = builtIn || status.devices().isPresent();
        boolean news = !begun || (!builtIn && !status.devices().equals(tried));
        if (!(status.air() instanceof Status.Air.Off) || !known || !news) {
            return;
        }
        begun = true;
        tried = status.devices();
        Choice choice = choice(status);
        if (choice.silentAndDark()) {
            LOG.warn("desk: {}", words.say("no-devices"));
        } else {
            broadcaster.start(choice);
        }
    }

    private Choice choice(Status status) {
        List<Camera> cameras = status.devices().map(Status.Devices::cameras).orElse(List.of());
        Source camera = Selection.camera(settings.camera(), cameras);
        Source microphone = Selection.microphone(
                settings.microphone(),
                status.devices().map(Status.Devices::microphones).orElse(List.of()));
        Broadcast.Video video = settings.video();
        Camera.Mode wish = new Camera.Mode(video.width(), video.height(), video.rate());
        Camera.Mode mode = Modes.nearest(Modes.of(Selection.find(camera, cameras), wish), wish);
        return new Choice(
                camera,
                microphone,
                new Broadcast.Video(mode.width(), mode.height(), mode.rate(), video.bitrate(), video.codec()),
                settings.processing(),
                settings.udpPorts());
    }

    /** Needs no list of devices. */
    private static boolean builtIn(@Nullable Source source) {
        return source instanceof Source.Test || source instanceof Source.None;
    }
}
