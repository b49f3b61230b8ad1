package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.desk.text.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The language that is asked for, found before anything else is read and however wrong the rest may be: help and
 * mistakes are in it. Immutable; any thread.
 */
record AskedLanguage(Surroundings surroundings) {

    /** From the command line, else the environment, else the settings file, else the system. */
    Locale of(String... args) {
        return spoken(onCommandLine(Setting.LANGUAGE, args))
                .or(() -> spoken(inEnvironment(Setting.LANGUAGE)))
                .or(() -> spoken(inFile(args)))
                .orElse(surroundings.locale());
    }

    static Optional<Locale> spoken(String text) {
        return Words.LANGUAGES.contains(text) ? Optional.of(Locale.forLanguageTag(text)) : Optional.empty();
    }

    private String inFile(String... args) {
        String asked = onCommandLine(Setting.DATA, args);
        try {
            Path folder = asked.isBlank() ? surroundings.chosenDataFolder() : Path.of(asked);
            // What is wrong with the file is said by whoever reads all of it.
            Entry entry = SettingsFile.read(folder, new Mistakes(Words.of(Locale.ENGLISH)))
                    .get(Setting.LANGUAGE);
            return entry == null ? "" : entry.value();
        } catch (InvalidPathException e) {
            return "";
        }
    }

    private String inEnvironment(Setting setting) {
        return surroundings.environment().getOrDefault(setting.variable(), "").strip();
    }

    private static String onCommandLine(Setting setting, String... args) {
        String asked = "";
        String option = setting.option();
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(option + "=")) {
                asked = args[i].substring(option.length() + 1);
            } else if (args[i].equals(option) && i + 1 < args.length) {
                asked = args[i + 1];
            }
        }
        return asked;
    }
}
