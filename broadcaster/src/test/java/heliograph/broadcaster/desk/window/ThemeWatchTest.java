package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeWatchTest {
    @TempDir
    private Path folder;

    private final Queue<Runnable> due = new ArrayDeque<>();
    private final List<Boolean> worn = new ArrayList<>();
    private final ThemePresenter theme = new ThemePresenter(new HeldMemory(), worn::add);

    private final Timeline timeline = new Timeline() {
        @Override
        public void run(Runnable task) {
            due.add(task);
        }

        @Override
        public Later later(Duration delay, Runnable task) {
            due.add(task);
            return () -> due.remove(task);
        }
    };

    @Test
    void theSystemIsAskedAgainAndAgainButNotForAThemeThatWasChosen() throws IOException {
        Path asked = folder.resolve("asked");
        SystemTheme system = new SystemTheme(List.of(new SystemTheme.Question(
                List.of("sh", "-c", "echo x >>'" + asked + "'; echo dark"),
                Pattern.compile("dark"),
                Pattern.compile("light"))));
        new ThemeWatch(system, timeline, Runnable::run, theme).look();
        due.remove().run();
        due.remove().run();
        assertThat(worn).containsExactly(true);
        assertThat(asked).content().hasLineCount(2);

        theme.choose(Theme.LIGHT);
        due.remove().run();
        assertThat(asked).content().hasLineCount(2);
        theme.choose(Theme.SYSTEM);
        due.remove().run();
        assertThat(asked).content().hasLineCount(3);
        assertThat(worn).containsExactly(true, false, true);
    }
}
