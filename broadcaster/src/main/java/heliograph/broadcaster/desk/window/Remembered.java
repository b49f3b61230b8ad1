package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.link.Source;
import org.jspecify.annotations.Nullable;

/**
 * What the window knows of the last time. Immutable; any thread.
 *
 * @param place where it was; null: not known
 * @param camera what was chosen; null: nothing was
 * @param microphone likewise
 * @param preview whether picture and level were shown
 * @param theme how it looked
 */
record Remembered(
        @Nullable Place place,
        @Nullable Source camera,
        @Nullable Source microphone,
        boolean preview,
        Theme theme) {
    /** Of the first time. */
    static final Remembered NOTHING = new Remembered(null, null, null, true, Theme.SYSTEM);

    /** On the screen, in its units. */
    record Place(int x, int y, int width, int height, boolean maximized) {}

    Remembered at(Place now) {
        return new Remembered(now, camera, microphone, preview, theme);
    }

    Remembered camera(Source now) {
        return new Remembered(place, now, microphone, preview, theme);
    }

    Remembered microphone(Source now) {
        return new Remembered(place, camera, now, preview, theme);
    }

    Remembered preview(boolean now) {
        return new Remembered(place, camera, microphone, now, theme);
    }

    Remembered theme(Theme now) {
        return new Remembered(place, camera, microphone, preview, now);
    }
}
