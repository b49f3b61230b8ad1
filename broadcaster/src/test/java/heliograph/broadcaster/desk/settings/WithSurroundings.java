package heliograph.broadcaster.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each have a home folder and an environment of their own; used from the test's thread. */
abstract class WithSurroundings {
    @TempDir
    Path home;

    final Map<String, String> environment = new HashMap<>();

    Intent read(String... args) {
        Surroundings surroundings = new Surroundings(environment, "Linux", home, Locale.ENGLISH);
        return new SettingsReader(surroundings, "9.9").read(args);
    }

    /** What is wanted, where nothing is wrong. */
    Settings settings(String... args) {
        Intent intent = read(args);
        assertThat(intent).isInstanceOf(Intent.Run.class);
        return ((Intent.Run) intent).settings();
    }

    /** What is said of it, where something is wrong. */
    List<String> mistakes(String... args) {
        Intent intent = read(args);
        assertThat(intent).isInstanceOf(Intent.Refuse.class);
        return ((Intent.Refuse) intent).mistakes();
    }

    /** Writes the settings file. */
    void file(String... lines) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".local/share/heliograph"));
        Files.write(folder.resolve("settings.properties"), List.of(lines), StandardCharsets.UTF_8);
    }
}
