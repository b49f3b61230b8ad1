package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.signaling.room.PathPolicy;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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
        Words words = Words.of(new AskedLanguage(surroundings).of(args));
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
        checkSources(settings, mistakes);
        if (!mistakes.sentences().isEmpty()) {
            return new Intent.Refuse(mistakes.sentences(), words.say("mistake.hint"));
        }
        return new Intent.Run(settings, words(settings), mistakes.warnings());
    }

    private Words words(Settings settings) {
        Locale asked = settings.language();
        return Words.of(asked == null ? surroundings.locale() : asked);
    }

    private Settings settings(Interpreter in, Path data, @Nullable Account account) {
        Values.Size size = in.size();
        Locale language = in.value(Setting.LANGUAGE, AskedLanguage::spoken);
        int port = in.number(Setting.PORT, 0, 65535, Defaults.PORT);
        String bind = in.bind();
        Https https = in.https(port);
        PathPolicy paths = in.paths();
        int viewers = in.number(Setting.MAX_VIEWERS, 1, 100_000, Defaults.MAX_VIEWERS);
        return new Settings(
                in.flag(Setting.HEADLESS),
                in.flag(Setting.START),
                in.flag(Setting.LIST_DEVICES),
                surroundings.canShowScreen(),
                in.value(Setting.CAMERA, Values::picture),
                in.value(Setting.MICROPHONE, Values::source),
                new Broadcast.Video(
                        size.width(),
                        size.height(),
                        in.number(Setting.RATE, 1, 120, Defaults.RATE),
                        in.number(Setting.BITRATE, 100, 100_000, Defaults.BITRATE),
                        in.codec()),
                in.isGiven(Setting.SIZE) || in.isGiven(Setting.RATE),
                in.isGiven(Setting.BITRATE),
                new Broadcast.Processing(
                        !in.flag(Setting.NO_ECHO_CANCELLATION),
                        !in.flag(Setting.NO_NOISE_SUPPRESSION),
                        !in.flag(Setting.NO_GAIN_CONTROL)),
                bind,
                port,
                https,
                in.allowedOrigins(),
                in.announcement(),
                viewers,
                paths,
                in.relay(paths, bind, port, https),
                in.trustedProxies(),
                in.iceServers(),
                in.value(Setting.UDP_PORTS, Values::range),
                in.networkCheck(),
                in.expected(viewers),
                data,
                language,
                account);
    }

    /** Without a window nobody is there to choose something else. */
    private void checkSources(Settings settings, Mistakes mistakes) {
        boolean window = !settings.headless() && surroundings.hasDisplay();
        if (settings.camera() instanceof Source.Screen && !settings.screen()) {
            mistakes.add("mistake.no-screen", Setting.CAMERA.option());
        }
        if (!window
                && !settings.listDevices()
                && settings.camera() instanceof Source.None
                && settings.microphone() instanceof Source.None) {
            mistakes.add("mistake.nothing-to-send", Setting.CAMERA.option(), Setting.MICROPHONE.option());
        }
    }
}
