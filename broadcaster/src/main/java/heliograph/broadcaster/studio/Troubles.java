package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong just now, each told once and its end once; thread {@code studio}. */
final class Troubles {
    private static final Logger log = LoggerFactory.getLogger(Troubles.class);

    private final Consumer<StudioEvent> events;
    private final Map<Object, Problem> current = new LinkedHashMap<>();

    Troubles(Consumer<StudioEvent> events) {
        this.events = events;
    }

    /** This is what is wrong with this subject now, whatever was before. */
    void raise(Object subject, Problem problem) {
        Problem before = current.get(subject);
        if (before != null && before.kind() == problem.kind()) {
            return;
        }
        cure(subject);
        current.put(subject, problem);
        log.warn("{}: {} {}", problem.kind(), problem.device(), problem.detail());
        events.accept(new StudioEvent.Trouble(problem));
    }

    /** Nothing is wrong with this subject. */
    void cure(Object subject) {
        Problem over = current.remove(subject);
        if (over != null) {
            log.info("{}: {} over", over.kind(), over.device());
            events.accept(new StudioEvent.Cured(over.kind(), over.device()));
        }
    }

    /** What is wrong with this subject. */
    Optional<Problem> with(Object subject) {
        return Optional.ofNullable(current.get(subject));
    }

    /** Says once more what is wrong. */
    void tellAll() {
        current.values().forEach(problem -> events.accept(new StudioEvent.Trouble(problem)));
    }
}
