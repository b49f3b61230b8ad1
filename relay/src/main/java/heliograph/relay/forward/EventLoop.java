package heliograph.relay.forward;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does what it is given, in that order, and something of its own when the time has come. What is offered may be
 * turned away when too much waits already; what is posted is always done.
 */
final class EventLoop implements AutoCloseable {
    /** What is done again and again. */
    @FunctionalInterface
    interface Turn {
        /** Does what is due and says when it wants to be called next. */
        long run(long now);
    }

    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);
    private static final long CLOSE_MILLIS = 2000;

    private final String name;
    private final LongSupplier clock;
    private final int capacity;
    private final int aside;
    private final Turn turn;
    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private @Nullable Thread thread;
    private volatile boolean closed;
    private final AtomicInteger waitingAside = new AtomicInteger();
    private long due;

    /**
     * Takes all that it needs. The first turn is due at once.
     *
     * @param capacity how much may wait before what is offered is turned away
     * @param aside the same for what is offered aside
     */
    EventLoop(String name, LongSupplier clock, int capacity, int aside, Turn turn) {
        this.name = name;
        this.clock = clock;
        this.capacity = capacity;
        this.aside = aside;
        this.turn = turn;
        this.due = clock.getAsLong();
    }

    synchronized void start() {
        if (thread == null && !closed) {
            thread = new Thread(this::loop, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** False if too much waits, and it will not be done. */
    boolean offer(Runnable task) {
        return !closed && queue.size() - waitingAside.get() < capacity && queue.add(task);
    }

    /** As {@link #offer}, but takes no room from what is offered there. */
    boolean offerAside(Runnable task) {
        if (closed) {
            return false;
        }
        if (waitingAside.incrementAndGet() > aside) {
            waitingAside.decrementAndGet();
            return false;
        }
        return queue.add(() -> {
            waitingAside.decrementAndGet();
            task.run();
        });
    }

    void post(Runnable task) {
        if (!closed) {
            queue.add(task);
        }
    }

    /** The next turn comes at this instant at the latest. On the loop's thread, by what it was given to do. */
    void hasten(long at) {
        if (at - due < 0) {
            due = at;
        }
    }

    /** Does all that waits and what is due: what the thread does all the time. */
    void runDue() {
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            run(task);
        }
        runTurn();
    }

    private void loop() {
        while (!closed) {
            try {
                Runnable task = queue.poll(Math.max(0, due - clock.getAsLong()), TimeUnit.NANOSECONDS);
                if (task != null) {
                    run(task);
                }
            } catch (InterruptedException e) {
                return;
            }
            runTurn();
        }
    }

    private void runTurn() {
        long now = clock.getAsLong();
        if (now - due >= 0) {
            // Should it fail, it is not to be called all the time.
            due = now + TimeUnit.MILLISECONDS.toNanos(50);
            run(() -> due = turn.run(now));
        }
    }

    /** One failure, of one viewer's, must not end the thread that all are served by; an {@link Error} neither, as nothing would start another. */
    private void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            log.error("{}: failed", name, e);
        }
    }

    /** Waits for what is being done, with a limit. */
    @Override
    public void close() {
        Thread ended;
        synchronized (this) {
            closed = true;
            ended = thread;
        }
        queue.clear();
        if (ended != null && ended != Thread.currentThread()) {
            ended.interrupt();
            try {
                ended.join(CLOSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
