package heliograph.broadcaster.desk.text;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.settings.Setting;
import heliograph.broadcaster.desk.station.Guests;
import heliograph.broadcaster.desk.station.GuestsException;
import heliograph.broadcaster.desk.station.NoRelay;
import heliograph.broadcaster.desk.station.Quality;
import heliograph.broadcaster.desk.station.RoomException;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:[.-][a-z0-9]+)*)\"");

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> keys(String name) throws IOException {
        return new TreeSet<>(bundle(name).stringPropertyNames());
    }

    /** Every literal of the sources that is a key, and the families that are put together. */
    private static Set<String> used() throws IOException {
        Set<String> keys = keys("words.properties");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/heliograph/broadcaster/desk"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    String key = matcher.group(1);
                    used.add(key);
                    Stream.of(".tip", ".on", ".soon", ".todo")
                            .map(key::concat)
                            .filter(keys::contains)
                            .forEach(used::add);
                }
            }
        }
        Arrays.stream(Problem.Kind.values()).forEach(it -> used.add("problem." + it));
        Arrays.stream(RoomException.Reason.values()).forEach(it -> used.add("room." + it));
        Arrays.stream(GuestsException.Reason.values()).forEach(it -> used.add("guests." + it));
        Arrays.stream(Guests.Invited.State.values())
                .forEach(it -> used.add("invitations.state." + it.name().toLowerCase(Locale.ROOT)));
        Stream.of("name", "used", "until", "state").forEach(it -> used.add("invitations.heading." + it));
        Stream.of("unit.minutes", "unit.hours", "unit.days").forEach(it -> used.add("invitations." + it));
        Stream.of("SYSTEM", "LIGHT", "DARK").forEach(it -> used.add("theme." + it));
        Words.LANGUAGES.forEach(it -> used.add("language." + it));
        Arrays.stream(Quality.values()).forEach(it -> used.add("quality." + it));
        Arrays.stream(NoRelay.Reason.values()).forEach(it -> used.add("relay." + it));
        Arrays.stream(StudioState.Cause.values())
                .forEach(it -> used.add(
                        "state.recovering." + it.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        Arrays.stream(Setting.values()).filter(Setting::onCommandLine).forEach(it -> used.add("option." + it.key()));
        Stream.of(
                        "camera",
                        "microphone",
                        "size",
                        "title",
                        "rate",
                        "bitrate",
                        "codec",
                        "bind",
                        "port",
                        "ice-server",
                        "turn-server")
                .forEach(it -> used.add("wrong." + it));
        Stream.of(
                        "trusted-proxy",
                        "proxy-header",
                        "turn-secret",
                        "turn-user",
                        "turn-password",
                        "udp-ports",
                        "network-check",
                        "data",
                        "language",
                        "flag")
                .forEach(it -> used.add("wrong." + it));
        Stream.of("https-bind", "https-port", "tls-certificate", "tls-key", "allowed-origin", "max-viewers")
                .forEach(it -> used.add("wrong." + it));
        Stream.of("path", "direct-viewers", "relay-port", "public-address", "viewers", "uplink")
                .forEach(it -> used.add("wrong." + it));
        Stream.of("name", "since", "from", "path", "codec", "size", "fps", "bitrate", "round-trip", "loss")
                .flatMap(it -> Stream.of("viewers." + it, "viewers." + it + ".tip"))
                .forEach(used::add);
        Stream.of("0", "1", "2", "3").forEach(it -> used.add("help.exit." + it));
        return used;
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(keys("words_zh.properties")).isEqualTo(keys("words.properties"));
    }

    @Test
    void noSentenceIsThereThatNobodySays() throws IOException {
        Set<String> unused = keys("words.properties");
        unused.removeAll(used());
        assertThat(unused).isEmpty();
    }

    @Test
    void noSentenceIsMissing() throws IOException {
        Set<String> keys = keys("words.properties");
        Set<String> families = keys.stream()
                .map(it -> it.substring(0, it.indexOf('.') < 0 ? 0 : it.indexOf('.')))
                .collect(Collectors.toSet());
        Set<String> missing = used().stream()
                .filter(it -> it.contains(".") && families.contains(it.substring(0, it.indexOf('.'))))
                .filter(it -> !keys.contains(it))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    @Test
    void bothLanguagesSpeakOfTheSame() throws IOException {
        Properties english = bundle("words.properties");
        Properties chinese = bundle("words_zh.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(chinese.getProperty(key).contains("&"))
                    .as(key)
                    .isEqualTo(english.getProperty(key).contains("&"));
        }
    }

    private static Set<String> places(String sentence) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)").matcher(sentence);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    @Test
    void whoWroteATitleThatIsNoneHearsOfEverythingThatItMayNotHave() {
        Words english = Words.of(Locale.ENGLISH);
        Words chinese = Words.of(Locale.SIMPLIFIED_CHINESE);
        for (String key : Set.of("wrong.title", "window.about.wrong")) {
            assertThat(english.say(key, "--title", "x")).contains("80", "one line", "control", "direction");
            assertThat(chinese.say(key, "--title", "x")).contains("80", "一行", "控制字符", "书写方向");
        }
    }

    @Test
    void noSentenceHasAnApostropheThatWouldSwallowWhatFollows() throws IOException {
        for (String name : Set.of("words.properties", "words_zh.properties")) {
            assertThat(bundle(name).values()).noneMatch(it -> it.toString().contains("'"));
        }
    }

    @Test
    void aLanguageThatIsNotThereIsEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINESE);
            assertThat(Words.of(Locale.FRENCH).say("state.on-air")).isEqualTo("On air");
            assertThat(Words.of(Locale.ENGLISH).say("state.on-air")).isEqualTo("On air");
            assertThat(Words.of(Locale.SIMPLIFIED_CHINESE).say("state.on-air")).isEqualTo("直播中");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aProblemNamesTheDevice() {
        Words words = Words.of(Locale.ENGLISH);
        assertThat(words.problem(new Problem(Problem.Kind.CAMERA_BUSY, "Cam {0} O'Neil", null)))
                .startsWith("Another program uses the camera \"Cam {0} O'Neil\".");
        for (Problem.Kind kind : Problem.Kind.values()) {
            assertThat(words.problem(new Problem(kind, null, null))).isNotBlank();
        }
    }

    @Test
    void oneViewerIsNotSpokenOfAsMany() {
        Words words = Words.of(Locale.ENGLISH);
        assertThat(words.say("window.watching", 1)).isEqualTo("One viewer is watching");
        assertThat(words.say("window.watching", 12)).isEqualTo("12 viewers are watching");
    }
}
