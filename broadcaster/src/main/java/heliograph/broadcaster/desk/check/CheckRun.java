package heliograph.broadcaster.desk.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries checks out side by side, each on a thread of its own, and tells what each came to. One that is not done in time counts as
 * late; a name server that does not answer cannot be interrupted, so its thread is left behind.
 */
public final class CheckRun {
    /** No check waits longer by itself than for three servers after another (see {@link UdpWire}), or a connection and some answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(CheckRun.class);

    private final Duration patience;

    public CheckRun() {
        this(PATIENCE);
    }

    CheckRun(Duration patience) {
        this.patience = patience;
    }

    /** Told of each finding as it arrives, on the thread of the run. */
    @FunctionalInterface
    public interface Listener {
        /** {@code index} is the check's place in the list. */
        void found(int index, Finding finding);
    }

    private record Answer(int index, Finding finding) {}

    /** Carries them out on a thread of its own. */
    public void start(List<Check> checks, Listener listener) {
        Thread thread = new Thread(
                () -> {
                    try {
                        run(checks, listener);
                    } catch (InterruptedException e) {
                        LOG.debug("check: interrupted", e);
                    }
                },
                "connection-check");
        thread.setDaemon(true);
        thread.start();
    }

    /** Carries them out and returns when each was told of. */
    public void run(List<Check> checks, Listener listener) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "check-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
            List<Integer> open = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
                int index = i;
                open.add(index);
                threads.execute(() -> look(checks.get(index), index, answers));
            }
            while (!open.isEmpty()) {
                @Nullable Answer answer = answers.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (answer == null) {
                    break;
                }
                open.remove((Integer) answer.index());
                listener.found(answer.index(), answer.finding());
            }
            for (int index : open) {
                listener.found(index, checks.get(index).late());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void look(Check check, int index, BlockingQueue<Answer> answers) {
        try {
            answers.add(new Answer(index, check.look()));
        } catch (InterruptedException e) {
            LOG.debug("check: {} was given up", check.title().key());
        } catch (RuntimeException e) {
            LOG.error("check: a bug in {}", check.title().key(), e);
            answers.add(new Answer(index, Finding.failed("check.bug", e.toString())));
        }
    }
}
