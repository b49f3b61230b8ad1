package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.desk.text.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the machine says: where settings come from besides the command line. Immutable.
 *
 * @param environment the process's variables
 * @param system {@code os.name}
 * @param home the user's folder
 * @param locale the user's language
 */
public record Surroundings(Map<String, String> environment, String system, Path home, Locale locale) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process. */
    public static Surroundings here() {
        return new Surroundings(
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** Where a program of this kind keeps its data on this system. */
    Path dataFolder() {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return base("APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("Heliograph");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Heliograph");
        }
        return base("XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("heliograph");
    }

    /** That, unless the environment names another. */
    public Path chosenDataFolder() {
        String chosen = environment.getOrDefault(Setting.DATA.variable(), "");
        return chosen.isBlank() ? dataFolder() : Path.of(chosen.strip());
    }

    /** The user's language, unless the environment names another. */
    public Locale chosenLanguage() {
        String chosen =
                environment.getOrDefault(Setting.LANGUAGE.variable(), "").strip();
        return Words.LANGUAGES.contains(chosen) ? Locale.forLanguageTag(chosen) : locale;
    }

    /** The XDG specification has relative paths ignored. */
    private Path base(String variable, Path otherwise) {
        String value = environment.get(variable);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }

    /** Whether a window can be thought of: elsewhere than on Linux there is always a display. */
    public boolean hasDisplay() {
        return !system.equals("Linux") || set("DISPLAY") || set("WAYLAND_DISPLAY");
    }

    /** Whether all of the screen can be sent. Under Wayland programs see none of it; what they see by X11 is black. */
    public boolean canShowScreen() {
        return !system.equals("Linux")
                || (set("DISPLAY")
                        && !"wayland".equals(environment.get("XDG_SESSION_TYPE"))
                        && !set("WAYLAND_DISPLAY"));
    }

    private boolean set(String variable) {
        @Nullable String value = environment.get(variable);
        return value != null && !value.isEmpty();
    }
}
