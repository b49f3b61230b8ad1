package heliograph.signaling.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> places(String phrase) {
        return Pattern.compile("\\{(\\d)")
                .matcher(phrase)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void bothLanguagesSayTheSameThingsAboutTheSame() throws IOException {
        Properties english = bundle("phrases.properties");
        Properties chinese = bundle("phrases_zh.properties");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(english.getProperty(key) + chinese.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        }
    }

    @Test
    void everyPhraseIsSaidAndNoneIsMissing() throws IOException {
        Set<String> used = new TreeSet<>(Set.of("accounts.usage", "invitations.usage", "broadcasters.usage"));
        try (Stream<Path> files = Files.list(Path.of("src/main/java/heliograph/signaling/admin"))) {
            for (Path file : files.toList()) {
                Pattern.compile("\"((?:accounts|invitations|broadcasters|wrong|failed)\\.[a-z-]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> used.add(match.group(1)));
            }
        }
        Stream.of("add", "password", "remove").forEach(verb -> used.add("accounts.done." + verb));
        Stream.of("open", "used", "expired", "revoked").forEach(state -> used.add("invitations.state." + state));
        Stream.of("good", "expired", "revoked").forEach(state -> used.add("broadcasters.state." + state));
        assertThat(bundle("phrases.properties").stringPropertyNames()).isEqualTo(used);
    }
}
