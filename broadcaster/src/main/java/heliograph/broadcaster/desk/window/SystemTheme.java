package heliograph.broadcaster.desk.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the system's windows are dark, as its own programs say: there is no way in Java, and each desktop has another. Waits for
 * them, two seconds at most for each; any thread that may.
 *
 * @param questions asked in this order, until one is answered
 */
record SystemTheme(List<Question> questions) {
    private static final Logger LOG = LoggerFactory.getLogger(SystemTheme.class);
    private static final long PATIENCE_SECONDS = 2;

    SystemTheme {
        questions = List.copyOf(questions);
    }

    /**
     * A program's name and arguments, and what it answers.
     *
     * @param dark found in the answer where windows are dark
     * @param light found where they are not
     */
    record Question(List<String> command, Pattern dark, Pattern light) {
        Question {
            command = List.copyOf(command);
        }

        private static Question of(String dark, String light, String... command) {
            return new Question(List.of(command), Pattern.compile(dark), Pattern.compile(light));
        }
    }

    /** What can be asked on this system. */
    static SystemTheme of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new SystemTheme(List.of(Question.of(
                    "0x0\\b",
                    "0x1\\b",
                    "reg",
                    "query",
                    "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                    "/v",
                    "AppsUseLightTheme")));
        }
        if (name.startsWith("mac")) {
            // Where they are light there is no such setting.
            return new SystemTheme(List.of(Question.of(
                    "(?i)dark", "(?i)light|does not exist", "defaults", "read", "-g", "AppleInterfaceStyle")));
        }
        return new SystemTheme(List.of(
                // The desktop portal: 0 no preference, 1 dark, 2 light.
                Question.of(
                        "uint32 1\\b",
                        "uint32 [02]\\b",
                        "gdbus",
                        "call",
                        "--session",
                        "--timeout",
                        "1",
                        "--dest",
                        "org.freedesktop.portal.Desktop",
                        "--object-path",
                        "/org/freedesktop/portal/desktop",
                        "--method",
                        "org.freedesktop.portal.Settings.Read",
                        "org.freedesktop.appearance",
                        "color-scheme"),
                Question.of(
                        "prefer-dark",
                        "default|prefer-light",
                        "gsettings",
                        "get",
                        "org.gnome.desktop.interface",
                        "color-scheme")));
    }

    /** Empty: nobody knows. */
    Optional<Boolean> isDark() throws InterruptedException {
        for (Question question : questions) {
            String answer = answer(question.command());
            if (question.dark().matcher(answer).find()) {
                return Optional.of(true);
            }
            if (question.light().matcher(answer).find()) {
                return Optional.of(false);
            }
        }
        return Optional.empty();
    }

    /** Nothing, where the program is not there or takes too long; what one says that fails is an answer, too. */
    private static String answer(List<String> command) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            LOG.debug("theme: no {}: {}", command.get(0), e.toString());
            return "";
        }
        try {
            process.getOutputStream().close();
            // A line or two, for which a pipe has room.
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("theme: {} takes too long", command.get(0));
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.debug("theme: {}: {}", command.get(0), e.toString());
            return "";
        } finally {
            process.destroyForcibly();
        }
    }
}
