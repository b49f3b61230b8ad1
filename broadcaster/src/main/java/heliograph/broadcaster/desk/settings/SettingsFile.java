package heliograph.broadcaster.desk.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** The settings in the data folder's {@code settings.properties}. Stateless. */
final class SettingsFile {
    static final String NAME = "settings.properties";

    /** What stands there; nothing where there is no file. */
    static Map<Setting, Entry> read(Path folder, Mistakes mistakes) {
        Map<Setting, Entry> entries = new EnumMap<>(Setting.class);
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return entries;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (CharacterCodingException e) {
            mistakes.add("mistake.file-encoding", file);
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add("mistake.file", file, String.valueOf(e.getMessage()));
        }
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            Setting setting = Setting.ofKey(key).filter(Setting::inFile).orElse(null);
            String value = properties.getProperty(key);
            if (setting == null) {
                mistakes.add("mistake.unknown-key", key, file);
            } else if (!value.isBlank()) {
                entries.put(setting, Variables.entry(setting, key + " (" + NAME + ")", value));
            }
        }
        return entries;
    }

    private SettingsFile() {}
}
