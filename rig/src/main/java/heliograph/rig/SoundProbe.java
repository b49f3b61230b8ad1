package heliograph.rig;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens to the sound that a tab receives; used from one thread. The page must have had a gesture of the user, and
 * Firefox must have somewhere to play to (a {@link Rig}): without, its AudioContext never runs.
 *
 * <p>An AnalyserNode holds the last third of a second and is read every 20 ms. A beep begins where a window of 5 ms first has
 * 1 kHz in it; the position of that sample on the AudioContext's clock is put onto {@code performance.now()} by the smallest
 * distance seen between the two clocks (the context renders in bursts, between which its clock stands still), and in Chromium the
 * context's output latency is added. So no delay of a timer or a busy page gets into the figure.
 */
public final class SoundProbe {
    private final Tab tab;

    public SoundProbe(Tab tab) {
        this.tab = tab;
    }

    /** What is heard at a moment: the RMS level in dBFS and the strongest frequency. */
    public record Heard(double level, double hertz) {}

    /** Begins to listen to the newest peer connection. */
    public void start() {
        tab.evaluate("heliographProbe.sound.start()");
    }

    /** The last third of a second. */
    public Heard now() {
        JsonObject heard = tab.evaluate("heliographProbe.sound.now()").getAsJsonObject();
        return new Heard(heard.get("level").getAsDouble(), heard.get("hertz").getAsDouble());
    }

    /** When beeps began since {@link #start} or the last call, in milliseconds of {@code performance.now()}. */
    public List<Double> takeBeeps() {
        List<Double> beeps = new ArrayList<>();
        for (JsonElement beep : tab.evaluate("heliographProbe.sound.take()").getAsJsonArray()) {
            beeps.add(beep.getAsDouble());
        }
        return List.copyOf(beeps);
    }
}
