package heliograph.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Two cameras, two microphones, a speaker and a screen of a test's own, on a machine that has none; used from one thread.
 *
 * <p>Any number of rigs run side by side. Everything that a rig starts ends with it, and with the JVM however that ends.
 */
public final class Rig implements AutoCloseable {
    private final Path folder;
    private final Path shim;
    private final Screen screen;
    private final Audio audio;
    private final Cameras cameras;
    private boolean closed;

    private Rig(Path folder, Path shim, Screen screen, Audio audio, Cameras cameras) {
        this.folder = folder;
        this.shim = shim;
        this.screen = screen;
        this.audio = audio;
        this.cameras = cameras;
    }

    /** A rig with cameras A and B, microphones A (the default) and B, and a screen with a window manager. */
    public static Rig start() {
        Programs.require("Xvfb", "openbox", "pulseaudio", "pactl", "gcc", "setpriv");
        Path folder = Folders.temporary("rig");
        Cameras cameras = new Cameras(create(folder.resolve("cams")));
        cameras.plug(FakeCamera.A);
        cameras.plug(FakeCamera.A_METADATA);
        cameras.plug(FakeCamera.B);
        Audio audio = new Audio(create(folder.resolve("pulse")));
        audio.start();
        return new Rig(folder, Shim.CAMERAS.compiledInto(folder), Screen.start(folder), audio, cameras);
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables with which a program sees this screen, these microphones and, with {@link #preload}, these cameras. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(audio.environment());
        environment.put("DISPLAY", screen.display());
        environment.put("FAKECAM_DIR", folder.resolve("cams").toString());
        environment.put("FAKECAM_SO", shim.toString());
        environment.put("RIG_DIR", folder.toString());
        return Map.copyOf(environment);
    }

    /** {@code LD_PRELOAD} for the program that opens cameras, and for it alone: a shell or a browser may not survive it. */
    public Map<String, String> preload() {
        return Map.of("LD_PRELOAD", shim.toString());
    }

    /** Variables with which a program does not find a library that is installed. */
    public Map<String, String> without(String library) {
        return Map.of("LD_AUDIT", Shim.HIDE.compiledInto(folder).toString(), "HIDE_LIBRARY", library);
    }

    /** Plugs a camera in. */
    public void plug(FakeCamera camera) {
        cameras.plug(camera);
    }

    /** Pulls a camera out. */
    public void unplug(FakeCamera camera) {
        cameras.unplug(camera);
        if (Objects.equals(camera, FakeCamera.A)) {
            cameras.unplug(FakeCamera.A_METADATA);
        }
    }

    /** Breaks or mends a camera. */
    public void fault(FakeCamera camera, Fault fault) {
        cameras.fault(camera, fault);
    }

    /** Lets a microphone hear a sine of half the full scale. */
    public Tone tone(FakeMicrophone microphone, int hertz) {
        return audio.tone(microphone, hertz);
    }

    /** Plugs a microphone in. */
    public void addMicrophone(FakeMicrophone microphone) {
        audio.add(microphone);
    }

    /** Pulls a microphone out. */
    public void removeMicrophone(FakeMicrophone microphone) {
        audio.remove(microphone);
    }

    /** Lets a microphone send nothing at all, not even silence, or send again. */
    public void mute(FakeMicrophone microphone, boolean mute) {
        audio.suspend(microphone, mute);
    }

    /** Ends the audio daemon. */
    public void stopAudio() {
        audio.stop();
    }

    /** Starts the audio daemon again, with microphones A and B. */
    public void startAudio() {
        audio.start();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            audio.close();
            screen.close();
            Folders.delete(folder);
        }
    }
}
