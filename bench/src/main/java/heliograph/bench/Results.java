package heliograph.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been measured so far; used from the thread {@code main}. */
final class Results {
    private record Key(Measure measure, MediaPath path, int viewers, String name) {}

    private final Map<Key, List<Double>> values = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    void add(Measure measure, MediaPath path, int viewers, String name, double value) {
        values.computeIfAbsent(new Key(measure, path, viewers, name), key -> new ArrayList<>())
                .add(value);
    }

    /** Something that a reader should know, such as what gave first. */
    void finding(String text) {
        findings.add(text);
    }

    /** Something that makes the figures worth less. */
    void warn(String text) {
        System.err.println("WARNING: " + text);
        warnings.add(text);
    }

    /** Something that was to be measured and could not be: there is no figure then. */
    void fail(String text) {
        // What the program said goes to whoever waits; a report is no place for a log.
        String line = text.lines().findFirst().orElse(text);
        if (!failures.contains(line)) {
            System.err.println("NOT MEASURED: " + text);
            failures.add(line);
        }
    }

    List<Figure> figures() {
        return values.entrySet().stream()
                .map(it -> new Figure(
                        it.getKey().measure(),
                        it.getKey().path(),
                        it.getKey().viewers(),
                        it.getKey().name(),
                        it.getValue()))
                .toList();
    }

    Optional<Spread> find(Measure measure, MediaPath path, int viewers, String name) {
        return Optional.ofNullable(values.get(new Key(measure, path, viewers, name)))
                .map(Spread::new);
    }

    /** The numbers of viewers that were measured, in order. */
    List<Integer> viewers(Measure measure, MediaPath path) {
        return values.keySet().stream()
                .filter(it -> it.measure() == measure && it.path() == path)
                .map(Key::viewers)
                .distinct()
                .sorted()
                .toList();
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
