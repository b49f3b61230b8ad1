package heliograph.broadcaster.studio;

import com.sun.jna.Platform;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.studio.device.DevicePoll;
import heliograph.broadcaster.studio.media.MissingLibraries;
import heliograph.broadcaster.studio.media.NativeMedia;
import heliograph.broadcaster.studio.pulse.MicrophoneWatch;
import heliograph.broadcaster.studio.source.Worker;
import heliograph.broadcaster.studio.v4l2.CameraWatch;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the studio does at the desk's word; thread {@code studio}. */
final class Studio {
    private static final Logger log = LoggerFactory.getLogger(Studio.class);

    private static final int POLL_SECONDS = 3;
    private static final int HURRY_MILLIS = 1200;

    private final Events events;
    private final ScheduledExecutorService studio;
    private final Feeds feeds;
    private final HttpClient http;
    private final DeviceList devices;
    private final List<Worker> watches = new ArrayList<>();
    private @Nullable NativeMedia media;
    private @Nullable Problem missing;
    private @Nullable Intake intake;
    private @Nullable Monitors monitors;
    private @Nullable OnAir onAir;

    Studio(Events events, ScheduledExecutorService studio, Feeds feeds, HttpClient http) {
        this.events = events;
        this.studio = studio;
        this.feeds = feeds;
        this.http = http;
        this.devices = new DeviceList(events::send);
    }

    /** Loads the native library and lets the pulse beat. */
    void open() {
        try {
            NativeMedia opened = NativeMedia.open();
            media = opened;
            intake = new Intake(feeds, opened.factory(), studio, events::send);
            monitors = new Monitors(intake, studio, events::send);
        } catch (RuntimeException | Error e) {
            String names = String.join(", ", MissingLibraries.all(e));
            log.error("native library: cannot be loaded", e);
            missing = new Problem(Problem.Kind.LIBRARY_MISSING, null, names.isEmpty() ? e.toString() : names);
            devices.useless(missing);
        }
        // From here on the desk counts on it: loading may take longer than silence is allowed to.
        var unused = studio.scheduleAtFixedRate(this::pulse, 0, 1, TimeUnit.SECONDS);
        watch();
    }

    private void watch() {
        if (!Platform.isLinux()) {
            if (media != null) {
                var unused = studio.scheduleWithFixedDelay(this::poll, 0, POLL_SECONDS, TimeUnit.SECONDS);
            }
            return;
        }
        watches.add(
                CameraWatch.start(found -> studio.execute(() -> devices.cameras(found.forDesk(), found.problems()))));
        watches.add(MicrophoneWatch.start(
                found -> studio.execute(() -> devices.microphones(found.microphones(), found.noDaemon()))));
        var unused = studio.schedule(devices::hurry, HURRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void poll() {
        devices.cameras(DevicePoll.cameras(), List.of());
        devices.microphones(DevicePoll.microphones(), null);
    }

    /** Goes on air, or on with other choices. */
    void start(Broadcast broadcast) {
        if (onAir != null) {
            onAir.change(broadcast);
        } else if (media != null && intake != null) {
            log.info("on air: {}", broadcast);
            onAir = new OnAir(broadcast, media, intake, http, studio, events::send);
            intake.tellTroubles();
            onAir.start();
        } else {
            if (missing != null) {
                events.send(new StudioEvent.Trouble(missing));
            }
            events.send(new StudioEvent.OffAir());
        }
    }

    /** Goes off air; done when the room has been told. */
    CompletableFuture<?> stop() {
        CompletableFuture<?> told = CompletableFuture.completedFuture(null);
        if (onAir != null) {
            log.info("off air");
            told = onAir.end();
            onAir = null;
        }
        events.send(new StudioEvent.OffAir());
        if (intake != null) {
            intake.tellTroubles();
        }
        return told;
    }

    /** Shows the desk what comes in, or no longer. */
    void monitor(StudioCommand.Monitor wish) {
        if (monitors != null) {
            monitors.change(wish);
        }
    }

    /** Releases all that is native. */
    void close() {
        if (monitors != null) {
            monitors.close();
        }
        if (intake != null) {
            intake.close();
        }
        if (media != null) {
            media.close();
            media = null;
        }
    }

    private void pulse() {
        events.send(new StudioEvent.Pulse());
    }
}
