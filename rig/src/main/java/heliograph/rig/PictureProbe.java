package heliograph.rig;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the frames that a tab presents; used from one thread.
 *
 * <p>The frame's own number, source and time stand in its top two rows of blocks; the time on the screen is
 * {@code expectedDisplayTime} of {@code requestVideoFrameCallback}, put onto the wall clock by {@code performance.timeOrigin}.
 * Sender and browser must run on one machine, or have one clock.
 */
public final class PictureProbe {
    private final Tab tab;

    public PictureProbe(Tab tab) {
        this.tab = tab;
    }

    /** Begins to read; what was shown before is forgotten. */
    public void start() {
        tab.evaluate("heliographProbe.picture.take() && (heliographProbe.picture.reading = true)");
    }

    /** What was shown since {@link #start} or the last call. */
    public Pictures take() {
        List<Frame> frames = new ArrayList<>();
        for (JsonElement element :
                tab.evaluate("heliographProbe.picture.take()").getAsJsonArray()) {
            JsonArray values = element.getAsJsonArray();
            frames.add(new Frame(
                    values.get(0).getAsDouble(),
                    values.get(1).getAsInt(),
                    values.get(2).getAsInt(),
                    values.get(3).getAsDouble(),
                    values.get(4).getAsInt() == 1,
                    values.get(5).getAsLong()));
        }
        return new Pictures(frames);
    }

    /** Instants of the wall clock, in milliseconds since 1970, on the page's clock, as {@link Frame#shown}. */
    public List<Double> byPage(List<Double> instants) {
        double origin = tab.evaluate("performance.timeOrigin").getAsDouble();
        return instants.stream().map(instant -> instant - origin).toList();
    }

    /** When the page was clicked last, in milliseconds of {@code performance.now()}. */
    public double lastClick() {
        return tab.evaluate("heliographProbe.picture.lastClick").getAsDouble();
    }

    /** Milliseconds from the last click to the first frame that the page ever showed. */
    public double firstPictureAfterClick() {
        return tab.evaluate("heliographProbe.picture.firstShown - heliographProbe.picture.lastClick")
                .getAsDouble();
    }
}
