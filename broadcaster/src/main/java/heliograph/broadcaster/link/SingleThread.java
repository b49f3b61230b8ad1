package heliograph.broadcaster.link;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A timeline on a daemon thread of its own, which has the name it is given. */
public final class SingleThread implements Timeline, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleThread.class);

    private final String name;
    private final ScheduledThreadPoolExecutor executor;

    public SingleThread(String name) {
        this.name = name;
        this.executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                // What comes after close() is late news, and nobody waits for it.
                new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void run(Runnable task) {
        executor.execute(guarded(task));
    }

    @Override
    public Later later(Duration delay, Runnable task) {
        Future<?> future = executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /** Lets the task that runs finish, within two seconds, and forgets the others. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("{}: still busy, left behind", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A task that fails must not take those after it along, nor vanish in a future that nobody reads. */
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("{}: a task failed", name, e);
            }
        };
    }
}
