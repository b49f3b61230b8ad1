package heliograph.broadcaster.desk.window;

import java.util.function.Consumer;

/** Which theme is worn: the chosen one, or the system's; knows no Swing. Lives on the window's thread. */
final class ThemePresenter {
    private final Memory memory;
    private final Consumer<Boolean> wear;
    private volatile Theme chosen;
    private boolean systemIsDark;
    private boolean dark;

    /** {@code wear}: told whether it is dark from now on; light is worn already. */
    ThemePresenter(Memory memory, Consumer<Boolean> wear) {
        this.memory = memory;
        this.wear = wear;
        chosen = memory.known().theme();
        change();
    }

    Theme chosen() {
        return chosen;
    }

    /** Whether the system's windows matter. Any thread. */
    boolean followsSystem() {
        return chosen == Theme.SYSTEM;
    }

    void choose(Theme now) {
        chosen = now;
        memory.note(known -> known.theme(now));
        change();
    }

    /** How the system's windows are by now. */
    void system(boolean isDark) {
        systemIsDark = isDark;
        change();
    }

    private void change() {
        boolean now = switch (chosen) {
            case SYSTEM -> systemIsDark;
            case LIGHT -> false;
            case DARK -> true;
        };
        if (now != dark) {
            dark = now;
            wear.accept(now);
        }
    }
}
