package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The thread {@code room}, which alone calls the {@link Room}. Any thread may call this: each call is queued and
 * returns at once. After {@link #close} calls are passed over.
 */
public final class RoomThread implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);

    private final Room room;
    private final Consumer<RuntimeException> onBug;
    private final ScheduledExecutorService executor;

    /** {@code onBug} hears of what the room should never throw; the room goes on. */
    public RoomThread(Room room, Consumer<RuntimeException> onBug) {
        this.room = room;
        this.onBug = onBug;
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "room");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lets the room look at its clock, so often. */
    public void start(Duration every) {
        // Guarded: the future has nothing to tell.
        var unused = executor.scheduleWithFixedDelay(
                guarded(room::tick), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** See {@link Room#connected}. */
    public void connected(Member member) {
        run(() -> room.connected(member));
    }

    /** See {@link Room#received}; then {@code done}, on the room's thread. */
    public void received(Member member, Message message, int bytes, Runnable done) {
        run(() -> {
            try {
                room.received(member, message, bytes);
            } finally {
                done.run();
            }
        });
    }

    /** See {@link Room#remove}. */
    public void remove(String viewer) {
        run(() -> room.remove(viewer));
    }

    /** See {@link Room#announce}. */
    public void announce(Announcement announcement) {
        run(() -> room.announce(announcement));
    }

    /** See {@link Room#relay}. */
    public void relay(Consumer<RelayEvents> said) {
        run(() -> room.relay(said));
    }

    /** Runs something of a member's own, whose state lives on the room's thread. */
    public void execute(Runnable task) {
        run(task);
    }

    /** See {@link Room#fault}. */
    public void fault(Member member, ErrorCode code, String text) {
        run(() -> room.fault(member, code, text));
    }

    /** See {@link Room#left}. */
    public void left(Member member) {
        run(() -> room.left(member));
    }

    /** Ends every member, then the thread. */
    @Override
    public void close() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        run(() -> {
            try {
                room.close();
            } finally {
                ended.complete(null);
            }
        });
        executor.shutdown();
        try {
            if (!executor.isTerminated()) {
                ended.get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Whatever holds the room: the process is ending, and its thread is a daemon.
            executor.shutdownNow();
        }
    }

    private void run(Runnable task) {
        try {
            executor.execute(guarded(task));
        } catch (RejectedExecutionException e) {
            // Closed: there is no room left to tell.
            return;
        }
    }

    /** One bug must not end the clock, nor be swallowed with the executor's future. */
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                onBug.accept(e);
            }
        };
    }
}
