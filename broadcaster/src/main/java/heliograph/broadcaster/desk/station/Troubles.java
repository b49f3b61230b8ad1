package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong now: with the list of devices, and with what is on air. Lives on the station's thread. */
final class Troubles {
    private List<Problem> listing = List.of();
    private final List<Problem> airing = new ArrayList<>();

    void listing(List<Problem> problems) {
        listing = problems;
    }

    void add(Problem problem) {
        cured(problem.kind(), problem.device());
        airing.add(problem);
    }

    void cured(Problem.Kind kind, @Nullable String device) {
        airing.removeIf(problem -> problem.kind() == kind
                && (device == null || problem.device() == null || device.equals(problem.device())));
    }

    /** What was wrong on air is over with it. */
    void clear() {
        airing.clear();
    }

    /** Each once, however many say so. */
    List<Problem> all() {
        Set<Problem> all = new LinkedHashSet<>(listing);
        for (Problem problem : airing) {
            if (all.stream().noneMatch(it -> it.kind() == problem.kind() && problem.device() == null)) {
                all.add(problem);
            }
        }
        return List.copyOf(all);
    }
}
