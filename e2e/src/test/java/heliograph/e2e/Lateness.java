package heliograph.e2e;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How late this machine lets a thread of ours, {@code lateness}, do what it wants to do every 50 ms. Any thread. */
final class Lateness implements AutoCloseable {
    private static final long PERIOD_NANOS = 50_000_000;

    private final AtomicLong longestNanos = new AtomicLong();
    private final ScheduledExecutorService timer;
    private long last = System.nanoTime();

    Lateness() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lateness");
            thread.setDaemon(true);
            return thread;
        });
        var unused = timer.scheduleWithFixedDelay(this::look, PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        long late = now - last - PERIOD_NANOS;
        last = now;
        longestNanos.accumulateAndGet(late, Math::max);
    }

    /** The latest that it was since this was asked last. */
    Duration takeLongest() {
        return Duration.ofNanos(longestNanos.getAndSet(0));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
