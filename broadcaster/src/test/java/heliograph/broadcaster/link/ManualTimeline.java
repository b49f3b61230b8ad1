package heliograph.broadcaster.link;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** A timeline whose time passes when a test says so. Lives on the test's thread. */
public final class ManualTimeline implements Timeline {
    private final List<Due> due = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private Duration now = Duration.ZERO;
    private boolean running;

    @Override
    public void run(Runnable task) {
        tasks.add(task);
        if (running) {
            return;
        }
        running = true;
        for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
            next.run();
        }
        running = false;
    }

    @Override
    public Later later(Duration delay, Runnable task) {
        Due entry = new Due(now.plus(delay), task);
        due.add(entry);
        return () -> due.remove(entry);
    }

    /** Lets so much time pass, and what is due in it happen. */
    public void pass(Duration duration) {
        Duration end = now.plus(duration);
        while (true) {
            Due next = due.stream()
                    .filter(entry -> entry.at.compareTo(end) <= 0)
                    .min(Comparator.comparing(entry -> entry.at))
                    .orElse(null);
            if (next == null) {
                break;
            }
            due.remove(next);
            now = next.at.compareTo(now) > 0 ? next.at : now;
            run(next.task);
        }
        now = end;
    }

    /** Time passes and nothing runs; then what was due meanwhile does, late. */
    void stall(Duration duration) {
        now = now.plus(duration);
        pass(Duration.ZERO);
    }

    /** Not a record: two tasks of one time are two tasks. */
    private static final class Due {
        private final Duration at;
        private final Runnable task;

        Due(Duration at, Runnable task) {
            this.at = at;
            this.task = task;
        }
    }
}
