package heliograph.broadcaster.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no use is refused with a sentence, in the language that was asked for anywhere. */
class RefusedSettingsTest extends WithSurroundings {
    private static final String[] NOTHING = {"--camera", "none", "--microphone", "none"};

    private static String[] and(String[] some, String... more) {
        return java.util.stream.Stream.of(some, more)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new);
    }

    @Test
    void nothingToSendIsRefusedWhereNobodyCanChooseSomethingElse() {
        environment.put("DISPLAY", ":7");
        assertThat(mistakes(and(NOTHING, "--headless")))
                .containsExactly(
                        "--camera none and --microphone none together leave nothing to send. Give one of them a device, or test.");
        assertThat(settings(NOTHING).headless()).isFalse();
        assertThat(settings(and(NOTHING, "--headless", "--list-devices")).listDevices())
                .isTrue();
        assertThat(settings("--headless", "--camera", "none").camera()).isNotNull();
        environment.remove("DISPLAY");
        assertThat(mistakes(NOTHING)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {":::::", ":", "1:2", "::1::", "fe80::1%", "1.2.3.4%eth0", "12345::", "::1/64", ""})
    void whatIsNoAddressIsRefused(String text) {
        assertThat(mistakes("--bind", text)).singleElement().asString().startsWith("--bind");
        assertThat(mistakes("--https-bind", text)).singleElement().asString().startsWith("--https-bind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"::", "::1", "fe80::1%no-such-interface", "fe80::1%2", "::ffff:10.0.0.1", "10.1.2.3", "localhost"
            })
    void whatIsAnAddressIsTaken(String text) {
        assertThat(settings("--bind", text).bind()).isEqualTo(text);
    }

    @Test
    void helpIsInTheLanguageOfTheSettingsFile() throws IOException {
        file("language = zh");
        assertThat(help()).contains("退出状态");
        // What is wrong with the file is none of the help's business.
        file("language = zh", "nonsense = 1");
        assertThat(help()).contains("退出状态");
        assertThat(help("--language", "en")).doesNotContain("退出状态");
        environment.put("HELIOGRAPH_LANGUAGE", "en");
        assertThat(help()).doesNotContain("退出状态");
    }

    @Test
    void helpIsInTheLanguageOfTheFolderThatIsNamed() throws IOException {
        Path folder = Files.createDirectories(home.resolve("elsewhere"));
        Files.write(folder.resolve("settings.properties"), List.of("language=zh"));
        assertThat(help("--data", folder.toString())).contains("退出状态");
        environment.put("HELIOGRAPH_DATA", folder.toString());
        assertThat(help()).contains("退出状态");
        assertThat(mistakes("--rate", "many")).singleElement().asString().contains("帧率");
        assertThat(help("--data", "\0")).doesNotContain("退出状态");
    }

    private String help(String... args) {
        return ((Intent.Print) read(and(args, "--help"))).text();
    }
}
