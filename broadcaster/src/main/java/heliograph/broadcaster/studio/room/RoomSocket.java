package heliograph.broadcaster.studio.room;

import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.SealedJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the signaling server: messages out in order, texts in, its end once. Any thread; its listener is
 * called on the threads of {@code java.net.http}.
 */
final class RoomSocket implements WebSocket.Listener {
    /** What comes of a socket. */
    interface Listener {
        void text(RoomSocket socket, String text);

        /** It is over; called once, for whatever reason. */
        void ended(RoomSocket socket, String reason);
    }

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int MOST_WAITING = 1000;

    private final SealedJson<Message> json = SealedJson.of(Message.class);
    private final Listener listener;
    private final StringBuilder text = new StringBuilder();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long heardNanos = System.nanoTime();
    private CompletableFuture<WebSocket> sending = new CompletableFuture<>();

    RoomSocket(Listener listener) {
        this.listener = listener;
    }

    /** Begins to connect; what is sent from now on goes out once it is open. */
    void connect(HttpClient client, URI room) {
        CompletableFuture<WebSocket> opening =
                client.newWebSocketBuilder().connectTimeout(CONNECT_LIMIT).buildAsync(room, this);
        synchronized (this) {
            sending = opening;
        }
        var unused = opening.whenComplete((socket, failure) -> {
            if (failure != null) {
                end(reason(failure));
            }
        });
    }

    /** Sends after all that was sent before. */
    synchronized void send(Message message) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            abort("the server does not read");
            return;
        }
        // java.net.http takes one text at a time.
        sending = sending.thenCompose(socket -> socket.sendText(json.encode(message), true))
                .whenComplete((socket, failure) -> {
                    waiting.decrementAndGet();
                    if (failure != null) {
                        end(reason(failure));
                    }
                });
    }

    /** Closes it with a word to the server, after all that was sent before. */
    synchronized void close() {
        ended.set(true);
        sending = sending.thenCompose(socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                .whenComplete((socket, failure) -> {
                    if (socket != null) {
                        socket.abort();
                    }
                });
    }

    /** Everything that was sent so far is out, or failed. */
    synchronized CompletableFuture<?> sent() {
        return sending;
    }

    /** Ends it at once. */
    synchronized void abort(String reason) {
        var unused = sending.whenComplete((socket, failure) -> {
            if (socket != null) {
                socket.abort();
            }
        });
        end(reason);
    }

    /** How long nothing has been heard, not even a ping. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardNanos);
    }

    @Override
    public void onOpen(WebSocket socket) {
        heardNanos = System.nanoTime();
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        heardNanos = System.nanoTime();
        text.append(data);
        if (text.length() > LONGEST_TEXT) {
            abort("a message too large");
            return null;
        }
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            if (!ended.get()) {
                listener.text(this, whole);
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        heardNanos = System.nanoTime();
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end("closed by the server (" + code + ")");
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end(reason(error));
    }

    private void end(String reason) {
        if (ended.compareAndSet(false, true)) {
            listener.ended(this, reason);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
