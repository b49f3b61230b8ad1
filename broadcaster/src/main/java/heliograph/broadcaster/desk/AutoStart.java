package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Choice;
import heliograph.broadcaster.desk.station.Figures;
import heliograph.broadcaster.desk.station.Modes;
import heliograph.broadcaster.desk.station.Selection;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.Wanted;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on air without a window: as soon as it is known with what, again when that failed and other devices are there, and
 * with a device that comes where there was none or that is plugged in elsewhere. Lives on the station's timeline.
 */
final class AutoStart implements Consumer<Status> {
    private static final Logger LOG = LoggerFactory.getLogger(AutoStart.class);

    private final Settings settings;
    private final Broadcaster broadcaster;
    private final Words words;
    private Wanted camera;
    private Wanted microphone;
    private Optional<Status.Devices> tried = Optional.empty();
    private @Nullable Choice started;
    private boolean begun;

    AutoStart(Settings settings, Broadcaster broadcaster, Words words) {
        this.settings = settings;
        this.broadcaster = broadcaster;
        this.words = words;
        this.camera = new Wanted(settings.camera());
        this.microphone = new Wanted(settings.microphone());
    }

    @Override
    public void accept(Status status) {
        boolean builtIn = builtIn(settings.camera()) && builtIn(settings.microphone());
        if (!builtIn && status.devices().isEmpty()) {
            return;
        }
        if (status.air() instanceof Air.Off) {
            if (!begun || (!builtIn && !status.devices().equals(tried) && !replaced(status))) {
                begun = true;
                tried = status.devices();
                // A device that could not be had is not waited for while there is another.
                camera = new Wanted(settings.camera());
                microphone = new Wanted(settings.microphone());
                follow(status);
                start(status);
            }
            return;
        }
        follow(status);
        // Plugged in elsewhere, or the first of its kind.
        if (!(status.air() instanceof Air.Stopping) && started != null && !started.covers(choice(status))) {
            start(status);
        }
    }

    /** Two that took the room back from each other, without anybody there, would never end. */
    private static boolean replaced(Status status) {
        return status.problems().stream().anyMatch(it -> it.kind() == Problem.Kind.REPLACED);
    }

    private void follow(Status status) {
        status.devices().ifPresent(devices -> {
            camera.devices(devices.cameraSources());
            microphone.devices(devices.microphoneSources());
        });
    }

    private void start(Status status) {
        camera.keep();
        microphone.keep();
        Choice choice = choice(status);
        if (choice.silentAndDark()) {
            if (status.devices().map(Status.Devices::whole).orElse(true)) {
                LOG.warn("desk: {}", words.say("no-devices"));
            }
        } else {
            started = choice;
            broadcaster.start(choice);
        }
    }

    private Choice choice(Status status) {
        List<Camera> cameras = status.devices().map(Status.Devices::cameras).orElse(List.of());
        Figures wish = Figures.of(settings.video());
        List<Camera.Mode> modes = Modes.of(Selection.find(camera.source(), cameras), wish.mode());
        Figures figures = wish.in(Modes.nearest(modes, wish.mode()));
        return Choice.of(camera.source(), microphone.source(), figures, settings, words);
    }

    /** Needs no list of devices. */
    private static boolean builtIn(@Nullable Source source) {
        return source instanceof Source.Test || source instanceof Source.Screen || source instanceof Source.None;
    }
}
