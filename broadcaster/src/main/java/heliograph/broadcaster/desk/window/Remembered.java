package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Figures;
import heliograph.broadcaster.link.Source;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the window knows of the last time. Immutable; any thread.
 *
 * @param place where it was; null: not known
 * @param camera what was chosen; null: nothing was
 * @param microphone likewise
 * @param figures size, rate and bitrate, likewise
 * @param preview whether picture and level were shown
 * @param theme how it looked
 * @param language what was chosen; null: nothing was
 */
record Remembered(
        @Nullable Place place,
        @Nullable Source camera,
        @Nullable Source microphone,
        @Nullable Figures figures,
        boolean preview,
        Theme theme,
        @Nullable Locale language) {
    /** Of the first time. */
    static final Remembered NOTHING = new Remembered(null, null, null, null, true, Theme.SYSTEM, null);

    /** On the screen, in its units. */
    record Place(int x, int y, int width, int height, boolean maximized) {}

    Remembered at(Place now) {
        return new Remembered(now, camera, microphone, figures, preview, theme, language);
    }

    Remembered camera(Source now) {
        return new Remembered(place, now, microphone, figures, preview, theme, language);
    }

    Remembered microphone(Source now) {
        return new Remembered(place, camera, now, figures, preview, theme, language);
    }

    Remembered figures(Figures now) {
        return new Remembered(place, camera, microphone, now, preview, theme, language);
    }

    Remembered preview(boolean now) {
        return new Remembered(place, camera, microphone, figures, now, theme, language);
    }

    Remembered theme(Theme now) {
        return new Remembered(place, camera, microphone, figures, preview, now, language);
    }

    Remembered language(Locale now) {
        return new Remembered(place, camera, microphone, figures, preview, theme, now);
    }
}
