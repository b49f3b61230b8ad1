package heliograph.relay.sdp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a section says of its formats (RFC 8866, section 6.6 and 6.15; RFC 4585, section 4.2), each attribute looked at once. Not
 * changed after it was made; any thread.
 *
 * @param maps {@code rtpmap}, the first of each
 * @param parameters {@code fmtp}, the first of each
 * @param feedback {@code rtcp-fb}, all; {@code *} stands for every format
 */
record FormatAttributes(Map<String, String> maps, Map<String, String> parameters, Map<String, Set<String>> feedback) {
    static FormatAttributes of(MediaDescription section) {
        FormatAttributes all = new FormatAttributes(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (String attribute : section.attributes()) {
            int colon = attribute.indexOf(':');
            String value = attribute.substring(colon + 1).strip();
            int space = value.indexOf(' ');
            if (colon > 0 && space > 0) {
                all.add(
                        attribute.substring(0, colon),
                        value.substring(0, space),
                        value.substring(space).strip());
            }
        }
        return all;
    }

    private void add(String name, String format, String value) {
        switch (name) {
            case "rtpmap" -> maps.putIfAbsent(format, value);
            case "fmtp" -> parameters.putIfAbsent(format, value);
            case "rtcp-fb" ->
                feedback.computeIfAbsent(format, unused -> new HashSet<>()).add(value);
            default -> {}
        }
    }

    /** Empty: nothing is said of it. */
    String map(String format) {
        return maps.getOrDefault(format, "");
    }

    /** Empty: nothing is said of it. */
    String parameters(String format) {
        return parameters.getOrDefault(format, "");
    }

    Set<String> feedback(String format) {
        Set<String> all = new HashSet<>(feedback.getOrDefault("*", Set.of()));
        all.addAll(feedback.getOrDefault(format, Set.of()));
        return all;
    }
}
