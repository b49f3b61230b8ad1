package heliograph.broadcaster.desk.settings;

import java.util.List;

/**
 * What somebody wrote for a setting.
 *
 * @param name the setting as it is called there, for sentences about it
 * @param values one, or for a list any number
 */
record Entry(String name, List<String> values) {
    Entry {
        values = List.copyOf(values);
    }

    String value() {
        return values.get(values.size() - 1);
    }
}
