package heliograph.broadcaster.desk.window;

import java.awt.Color;
import javax.swing.UIManager;

/** The colours that have a meaning, each in the theme that is worn; their values are in the themes' properties. Any thread. */
enum Ink {
    INK("Heliograph.ink"),
    SOFT("Heliograph.soft"),
    ACCENT("Heliograph.accent"),
    GOOD("Heliograph.good"),
    WARNING("Heliograph.warning"),
    BAD("Heliograph.bad"),
    /** On what is filled in a strong colour. */
    ON_FILLED("Heliograph.onFilled"),
    PAGE("Heliograph.page"),
    CARD("Heliograph.card"),
    LIVE("Heliograph.live"),
    BUSY_SHEET("Heliograph.busySheet"),
    WARNING_SHEET("Heliograph.warningSheet"),
    BAD_SHEET("Heliograph.badSheet"),
    NOTE_SHEET("Heliograph.noteSheet"),
    METER("Heliograph.meter");

    private final String key;

    Ink(String key) {
        this.key = key;
    }

    /** For what paints itself, each time. */
    Color now() {
        return UIManager.getColor(key);
    }

    /** For a component's style, where it changes with the theme by itself. */
    String variable() {
        return "$" + key;
    }
}
