package heliograph.broadcaster.studio.source;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A named daemon thread with one task that asks {@link #running} again and again. {@link #close} from any thread. */
public final class Worker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration LIMIT = Duration.ofMillis(800);

    /** What a worker does. */
    public interface Task {
        void run(Worker worker) throws InterruptedException;
    }

    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread;

    /** Makes the thread; {@link #start} starts it. */
    public Worker(String name, Task task) {
        thread = new Thread(() -> run(task), name);
        thread.setDaemon(true);
    }

    /** Starts the thread, and returns itself. */
    public Worker start() {
        thread.start();
        return this;
    }

    /** Whether nobody asked it to end. */
    public boolean running() {
        return ending.getCount() > 0;
    }

    /** Waits, but no longer than until it is to end; whether it is to go on. */
    public boolean pause(Duration pause) throws InterruptedException {
        return !ending.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** As {@link #pause}, until {@code System.nanoTime()} is this. */
    public boolean pauseUntil(long nanoTime) throws InterruptedException {
        return pause(Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime())));
    }

    /** Asks it to end and waits until it has; a thread that hangs in native code is left behind and said so. */
    @Override
    public void close() {
        ending.countDown();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            log.warn("thread {}: did not end within {} ms", thread.getName(), LIMIT.toMillis());
        }
    }

    private void run(Task task) {
        try {
            task.run(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            log.error("thread {}: ended", Thread.currentThread().getName(), e);
        }
    }
}
