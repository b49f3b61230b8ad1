package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.window.SystemTheme.Question;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By programs that answer as the desktops' do; what these say was looked up, and not seen on each. */
class SystemThemeTest {
    private static Question says(Question real, String answer) {
        return new Question(List.of("printf", "%s", answer), real.dark(), real.light());
    }

    private static Question question(String system, int number) {
        return SystemTheme.of(system).questions().get(number);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, 0, (<<uint32 1>>;), true",
        "Linux, 0, (<<uint32 0>>;), false",
        "Linux, 0, (<<uint32 2>>;), false",
        "Linux, 0, Error: GDBus.Error: The name is not activatable,",
        "Linux, 1, prefer-dark, true",
        "Linux, 1, default, false",
        "Linux, 1, No such schema,",
        "Windows 11, 0, AppsUseLightTheme    REG_DWORD    0x0, true",
        "Windows 11, 0, AppsUseLightTheme    REG_DWORD    0x1, false",
        "Mac OS X, 0, Dark, true",
        "Mac OS X, 0, The domain/default pair of AppleInterfaceStyle does not exist, false",
    })
    void eachDesktopIsUnderstood(String system, int number, String answer, @Nullable Boolean dark) throws Exception {
        SystemTheme theme = new SystemTheme(List.of(says(question(system, number), answer)));
        assertThat(theme.isDark().orElse(null)).isEqualTo(dark);
    }

    @Test
    void theNextIsAskedWhereOneIsNotThereOrSaysNothing() throws Exception {
        Pattern never = Pattern.compile("never");
        SystemTheme theme = new SystemTheme(List.of(
                new Question(List.of("heliograph-no-such-program"), never, never),
                new Question(List.of("false"), never, never),
                says(question("Linux", 1), "prefer-dark")));
        assertThat(theme.isDark()).contains(true);
        assertThat(new SystemTheme(List.of()).isDark()).isEmpty();
    }

    @Test
    void aProgramThatNeverAnswersIsEnded() throws Exception {
        Pattern never = Pattern.compile("never");
        SystemTheme theme = new SystemTheme(List.of(new Question(List.of("sleep", "3607"), never, never)));
        assertThat(theme.isDark()).isEmpty();
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.info().commandLine().orElse("").contains("3607"));
    }
}
