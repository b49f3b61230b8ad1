package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The devices there are, told to the desk when both kinds are known, or one of them after a while, and at each change;
 * thread {@code studio}.
 */
final class DeviceList {
    private final Consumer<StudioEvent> events;
    private @Nullable List<Camera> cameras;
    private List<Problem> cameraProblems = List.of();
    private @Nullable List<Microphone> microphones;
    private List<Problem> microphoneProblems = List.of();
    private @Nullable Problem useless;
    private boolean hurried;
    private StudioEvent.@Nullable Devices told;

    DeviceList(Consumer<StudioEvent> events) {
        this.events = events;
    }

    void cameras(List<Camera> now, List<Problem> problems) {
        cameras = now;
        boolean none = now.isEmpty() && problems.isEmpty();
        cameraProblems = none ? List.of(new Problem(Problem.Kind.NO_CAMERA, null, null)) : problems;
        tell();
    }

    /**
     * The microphones.
     *
     * @param noDaemon why the audio daemon cannot be asked; null when it can
     */
    void microphones(List<Microphone> now, @Nullable String noDaemon) {
        microphones = now;
        microphoneProblems = noDaemon != null
                ? List.of(new Problem(Problem.Kind.NO_AUDIO_DAEMON, null, noDaemon))
                : now.isEmpty() ? List.of(new Problem(Problem.Kind.NO_MICROPHONE, null, null)) : List.of();
        tell();
    }

    /** For this reason no device is of use. */
    void useless(Problem reason) {
        useless = reason;
        tell();
    }

    /** It takes too long to find out about the one kind: tell of the other, and that this is not the whole list. */
    void hurry() {
        hurried = true;
        tell();
    }

    private void tell() {
        boolean whole = useless != null || (cameras != null && microphones != null);
        if (!whole && !hurried) {
            return;
        }
        StudioEvent.Devices now = useless != null
                ? new StudioEvent.Devices(List.of(), List.of(), List.of(useless), true)
                : new StudioEvent.Devices(known(cameras), known(microphones), problems(), whole);
        if (!now.equals(told)) {
            told = now;
            events.accept(now);
        }
    }

    private static <T> List<T> known(@Nullable List<T> devices) {
        return devices == null ? List.of() : devices;
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(cameraProblems);
        problems.addAll(microphoneProblems);
        return problems;
    }
}
