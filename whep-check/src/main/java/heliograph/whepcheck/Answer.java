package heliograph.whepcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session description, or a fragment of one, as far as it is looked at: its sections' lines. Immutable. */
record Answer(List<String> session, List<List<String>> media) {
    static Answer parse(String text) {
        List<String> session = new ArrayList<>();
        List<List<String>> media = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("m=")) {
                media.add(new ArrayList<>());
            }
            (media.isEmpty() ? session : media.get(media.size() - 1)).add(line);
        }
        return new Answer(session, media);
    }

    /** The sections that something is sent in: neither refused (RFC 3264, section 6) nor inactive. */
    List<List<String>> sent() {
        return media.stream()
                .filter(section -> !section.get(0).matches("m=\\S+ 0 .*") || section.contains("a=bundle-only"))
                .filter(section -> !section.contains("a=inactive"))
                .toList();
    }

    /** The value of an attribute, of the first section that has it or else of the whole. */
    Optional<String> value(String attribute) {
        return media.stream()
                .map(section -> value(section, attribute))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> value(session, attribute));
    }

    static Optional<String> value(List<String> lines, String attribute) {
        String prefix = "a=" + attribute + ":";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).trim())
                .findFirst();
    }

    /** Whether it has the flag, anywhere. */
    boolean has(String attribute) {
        return session.contains("a=" + attribute)
                || media.stream().anyMatch(section -> section.contains("a=" + attribute));
    }

    long candidates() {
        return media.stream()
                .flatMap(List::stream)
                .filter(line -> line.startsWith("a=candidate:"))
                .count();
    }
}
