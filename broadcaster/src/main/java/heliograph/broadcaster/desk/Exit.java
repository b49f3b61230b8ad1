package heliograph.broadcaster.desk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * The end of the program, however it comes: the button, SIGINT, SIGTERM, a failure. Releases everything at once, within
 * a limit, and says how it went in the exit status. Any thread.
 */
final class Exit {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int CANNOT_LISTEN = 3;

    /** The user is promised three seconds. */
    private static final Duration LIMIT = Duration.ofMillis(2600);

    /** At least; and all that is left of the limit. */
    private static final Duration LAST_WORDS = Duration.ofMillis(250);

    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> lastWords = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(OK);
    private final CountDownLatch asked = new CountDownLatch(1);

    /** From now on a signal ends the program in order, with status 0. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::release, "exit"));
    }

    /** Closes this at the end. */
    void closing(AutoCloseable resource) {
        open.add(resource);
    }

    /** Closes this after all else, which may have something to say through it. */
    void lastWords(AutoCloseable output) {
        lastWords.add(output);
    }

    /** Ends the program soon; returns at once. */
    void ask(int code) {
        if (asked.getCount() > 0) {
            status.set(code);
            asked.countDown();
        }
    }

    /** Waits until somebody asks for the end; the status that it should have. */
    int await() throws InterruptedException {
        asked.await();
        return status.get();
    }

    /** Ends the program. */
    void now(int code) {
        status.set(code);
        System.exit(code);
    }

    private void release() {
        long begun = System.nanoTime();
        if (!close(open, LIMIT)) {
            LoggerFactory.getLogger(Exit.class).warn("exit: not everything was released in time");
        }
        Duration left = LIMIT.plus(LAST_WORDS).minusNanos(System.nanoTime() - begun);
        close(lastWords, left.compareTo(LAST_WORDS) > 0 ? left : LAST_WORDS);
        // After a signal the JVM would end with 128 and its number; but that was no failure.
        Runtime.getRuntime().halt(status.get());
    }

    /** Closes all of them at once; whether they were in time. */
    private static boolean close(List<AutoCloseable> resources, Duration limit) {
        CountDownLatch done = new CountDownLatch(resources.size());
        for (AutoCloseable resource : resources) {
            Thread closer = new Thread(() -> close(resource, done), "close");
            closer.setDaemon(true);
            closer.start();
        }
        try {
            return done.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void close(AutoCloseable resource, CountDownLatch done) {
        try {
            resource.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Exit.class).warn("exit: something was not released", e);
        } finally {
            done.countDown();
        }
    }
}
