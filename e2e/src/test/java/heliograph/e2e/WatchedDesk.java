package heliograph.e2e;

import heliograph.broadcaster.desk.Main;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The program, and beside it somebody who looks how long each event holds the event thread. Prints each second how many there were
 * and how long the longest took, in milliseconds; for one that takes too long, where it was.
 *
 * <p>Time in which the thread was ready to run and another had the processor is not counted: these machines are shared, and no program
 * can help it.
 */
public final class WatchedDesk {
    /** Of a second's line. */
    static final String LINE = "event thread: %d events, the longest %d ms";

    private static final long LONG_MILLIS = 60;

    private static final Object LOCK = new Object();
    private static long events;
    private static long longest;
    private static @Nullable Thread busy;
    private static long busySince;

    /** As the program's own. */
    public static void main(String[] args) throws InterruptedException {
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(new Watched());
        Timer watch = new Timer("event-watch", true);
        watch.schedule(each(WatchedDesk::tell), 1000, 1000);
        watch.schedule(each(WatchedDesk::look), 20, 20);
        Main.main(args);
    }

    private static TimerTask each(Runnable deed) {
        return new TimerTask() {
            @Override
            public void run() {
                deed.run();
            }
        };
    }

    private static void tell() {
        synchronized (LOCK) {
            // Also what is not over yet.
            long now = busy == null ? 0 : millis(System.nanoTime() - busySince);
            System.out.println(LINE.formatted(events, Math.max(longest, now > 1000 ? now : 0)));
            events = 0;
            longest = 0;
        }
    }

    private static void look() {
        Thread held;
        synchronized (LOCK) {
            if (busy == null || millis(System.nanoTime() - busySince) < LONG_MILLIS) {
                return;
            }
            held = busy;
        }
        System.out.println("event thread: at "
                + Arrays.stream(held.getStackTrace()).limit(40).toList());
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static final class Watched extends EventQueue {
        private @Nullable Path statistics;

        @Override
        protected void dispatchEvent(AWTEvent event) {
            long waited = waited();
            long begun = System.nanoTime();
            synchronized (LOCK) {
                busy = Thread.currentThread();
                busySince = begun;
            }
            try {
                super.dispatchEvent(event);
            } finally {
                long took = System.nanoTime() - begun - (waited() - waited);
                synchronized (LOCK) {
                    busy = null;
                    events++;
                    longest = Math.max(longest, millis(took));
                }
                if (millis(took) >= LONG_MILLIS) {
                    System.out.println("event thread: " + millis(took) + " ms by " + event);
                }
            }
        }

        /** For how long the thread could have run and did not, in nanoseconds: Linux's second figure. */
        private long waited() {
            try {
                if (statistics == null) {
                    statistics = Path.of("/proc/thread-self").toRealPath().resolve("schedstat");
                }
                return Long.parseLong(Files.readString(statistics).split(" ", -1)[1]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private WatchedDesk() {}
}
