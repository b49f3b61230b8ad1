package heliograph.broadcaster.desk.settings;

import heliograph.signaling.auth.Credentials;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The settings in the environment. Stateless. */
final class Variables {
    private static final String PREFIX = "HELIOGRAPH_";
    private static final String USER = "HELIOGRAPH_USER";
    private static final String PASSWORD = "HELIOGRAPH_PASSWORD";

    /** An empty variable is one that is not set, as in shells. */
    static Map<Setting, Entry> read(Map<String, String> environment, Mistakes mistakes) {
        Map<Setting, Entry> entries = new EnumMap<>(Setting.class);
        for (String name : new TreeSet<>(environment.keySet())) {
            if (!name.startsWith(PREFIX) || name.equals(USER) || name.equals(PASSWORD)) {
                continue;
            }
            Setting setting = Arrays.stream(Setting.values())
                    .filter(it -> it.inEnvironment() && it.variable().equals(name))
                    .findFirst()
                    .orElse(null);
            String value = environment.getOrDefault(name, "");
            if (setting == null) {
                // Not refused: somebody else's program may use the prefix.
                mistakes.warn("mistake.unknown-variable", name);
            } else if (!value.isBlank()) {
                entries.put(setting, entry(setting, name, value));
            }
        }
        return entries;
    }

    static Entry entry(Setting setting, String name, String value) {
        String text = value.strip();
        return new Entry(name, setting.kind() == Setting.Kind.LIST ? List.of(text.split("[\\s,]+")) : List.of(text));
    }

    /** Both or neither: half an account would be somebody else's. */
    static @Nullable Account account(Map<String, String> environment, Mistakes mistakes) {
        String user = environment.get(USER);
        String password = environment.get(PASSWORD);
        if (user == null && password == null) {
            return null;
        }
        if (user == null || user.isBlank()) {
            mistakes.add("mistake.account", PASSWORD, USER);
            return null;
        }
        if (password == null || password.isEmpty()) {
            mistakes.add("mistake.account", USER, PASSWORD);
            return null;
        }
        boolean fits = fits(USER, user, Credentials.LONGEST_USERNAME, mistakes);
        return fits(PASSWORD, password, Credentials.LONGEST_PASSWORD, mistakes) && fits
                ? new Account(user, password)
                : null;
    }

    private static boolean fits(String name, String value, int longest, Mistakes mistakes) {
        if (value.length() > longest) {
            mistakes.add("mistake.account-long", name, longest);
            return false;
        }
        return true;
    }

    private Variables() {}
}
