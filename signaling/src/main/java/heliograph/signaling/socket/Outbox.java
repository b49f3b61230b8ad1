package heliograph.signaling.socket;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * What a socket is still to send: bounded, one frame under way at a time. Any thread may add and returns at once;
 * frames are written on the executor's threads.
 */
final class Outbox {
    private final Session session;
    private final Executor executor;
    private final long capacity;
    private final Deque<byte[]> waiting = new ArrayDeque<>();

    private long waitingBytes;
    private boolean writing;
    private @Nullable Close close;

    Outbox(Session session, Executor executor, long capacity) {
        this.session = session;
        this.executor = executor;
        this.capacity = capacity;
    }

    /** Adds a text; false, and nothing is added, when too much waits already. */
    boolean add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            if (close != null) {
                return true;
            }
            if (waitingBytes + bytes.length > capacity) {
                return false;
            }
            waiting.add(bytes);
            waitingBytes += bytes.length;
        }
        wake();
        return true;
    }

    /** Closes the socket after what waits has been sent. Later calls change nothing. */
    void close(int code, String reason) {
        synchronized (this) {
            if (close != null) {
                return;
            }
            close = new Close(code, reason);
        }
        wake();
    }

    private void wake() {
        synchronized (this) {
            if (writing) {
                return;
            }
            writing = true;
        }
        executor.execute(this::write);
    }

    private void write() {
        byte[] next;
        Close last = null;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                last = close;
                writing = last != null;
            } else {
                waitingBytes -= next.length;
            }
        }
        if (next != null) {
            // A failure needs no answer here: the session reports it to its listener, which ends the member.
            Callback then = Callback.from(() -> executor.execute(this::write), failure -> {});
            session.sendText(new String(next, StandardCharsets.UTF_8), then);
        } else if (last != null) {
            session.close(last.code(), last.reason(), Callback.NOOP);
        }
    }

    private record Close(int code, String reason) {}
}
