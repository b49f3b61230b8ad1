package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Broadcast;
import heliograph.signaling.room.PathPolicy;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings. The command line goes before the environment, the environment before the file, the file before
 * the defaults. Lives on the thread that starts the program.
 */
public final class SettingsReader {
    private final Surroundings surroundings;
    private final String version;

    public SettingsReader(Surroundings surroundings, String version) {
        this.surroundings = surroundings;
        this.version = version;
    }

    /** What is to be done. */
    public Intent read(String... args) {
        // Help and mistakes are in the language that is asked for, however wrong the rest may be.
        Words words = Words.of(language(args));
        Mistakes mistakes = new Mistakes(words);
        Arguments arguments = new Arguments(words);
        Map<Setting, Entry> given = arguments.parse(args, mistakes);
        if (given.containsKey(Setting.HELP)) {
            return new Intent.Print(arguments.help());
        }
        if (given.containsKey(Setting.VERSION)) {
            return new Intent.Print("Heliograph " + version + System.lineSeparator());
        }
        Map<Setting, Entry> variables = Variables.read(surroundings.environment(), mistakes);
        Map<Setting, Entry> entries = new EnumMap<>(Setting.class);
        entries.putAll(variables);
        entries.putAll(given);
        Path data = new Interpreter(entries, mistakes).data(surroundings.dataFolder());
        entries.putAll(SettingsFile.read(data, mistakes));
        entries.putAll(variables);
        entries.putAll(given);
        Account account = Variables.account(surroundings.environment(), mistakes);
        Settings settings = settings(new Interpreter(entries, mistakes), data, account);
        if (!mistakes.sentences().isEmpty()) {
            return new Intent.Refuse(mistakes.sentences(), words.say("mistake.hint"));
        }
        return new Intent.Run(settings, Words.of(settings.language()), mistakes.warnings());
    }

    private Settings settings(Interpreter in, Path data, @Nullable Account account) {
        Values.Size size = in.size();
        Locale language = in.value(Setting.LANGUAGE, SettingsReader::spoken);
        int port = in.number(Setting.PORT, 0, 65535, Defaults.PORT);
        String bind = in.bind();
        Https https = in.https(port);
        PathPolicy paths = in.paths();
        return new Settings(
                in.flag(Setting.HEADLESS),
                in.flag(Setting.START),
                in.flag(Setting.LIST_DEVICES),
                in.value(Setting.CAMERA, Values::source),
                in.value(Setting.MICROPHONE, Values::source),
                new Broadcast.Video(
                        size.width(),
                        size.height(),
                        in.number(Setting.RATE, 1, 120, Defaults.RATE),
                        in.number(Setting.BITRATE, 100, 100_000, Defaults.BITRATE),
                        in.codec()),
                new Broadcast.Processing(
                        !in.flag(Setting.NO_ECHO_CANCELLATION),
                        !in.flag(Setting.NO_NOISE_SUPPRESSION),
                        !in.flag(Setting.NO_GAIN_CONTROL)),
                bind,
                port,
                https,
                in.allowedOrigins(),
                in.number(Setting.MAX_VIEWERS, 1, 100_000, Defaults.MAX_VIEWERS),
                paths,
                in.relay(paths, bind, port, https),
                in.trustedProxies(),
                in.iceServers(),
                in.value(Setting.UDP_PORTS, Values::range),
                in.networkCheck(),
                data,
                language == null ? surroundings.locale() : language,
                account);
    }

    private Locale language(String[] args) {
        String asked = surroundings.environment().getOrDefault(Setting.LANGUAGE.variable(), "");
        String option = Setting.LANGUAGE.option();
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(option + "=")) {
                asked = args[i].substring(option.length() + 1);
            } else if (args[i].equals(option) && i + 1 < args.length) {
                asked = args[i + 1];
            }
        }
        return spoken(asked).orElse(surroundings.locale());
    }

    private static Optional<Locale> spoken(String text) {
        return Words.LANGUAGES.contains(text) ? Optional.of(Locale.forLanguageTag(text)) : Optional.empty();
    }
}
