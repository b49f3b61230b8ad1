package heliograph.signaling;

import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.SealedJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client for tests: what comes is kept until it is asked for. */
final class Client implements WebSocket.Listener, AutoCloseable {
    private static final SealedJson<Message> JSON = SealedJson.of(Message.class);
    private static final long LIMIT_SECONDS = 30;

    private final BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    Client(HttpClient http, URI uri, @Nullable String origin) {
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(LIMIT_SECONDS));
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(uri, this).join();
    }

    Client(HttpClient http, URI uri) {
        this(http, uri, null);
    }

    void say(Message message) {
        sayText(JSON.encode(message));
    }

    void sayText(String json) {
        socket.sendText(json, true).join();
    }

    void sayBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** The next message; null when none comes. */
    @Nullable
    Message next() throws InterruptedException {
        return inbox.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** The next message, which must be of that kind; that the way is open comes now and then, and only counts where it is asked for. */
    <T extends Message> T hear(Class<T> kind) throws InterruptedException {
        long begun = System.nanoTime();
        Message message = next();
        while (message instanceof Message.Alive
                && kind != Message.Alive.class
                && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
            message = next();
        }
        if (!kind.isInstance(message)) {
            throw new AssertionError("expected " + kind.getSimpleName() + ", heard " + message + ", closed: " + closed);
        }
        return kind.cast(message);
    }

    /** Joins; what it is told about itself. */
    Message.Joined join(String token) throws InterruptedException {
        say(new Message.Join(token));
        return hear(Message.Joined.class);
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    boolean heardNothing() {
        return inbox.stream().allMatch(Message.Alive.class::isInstance);
    }

    /** The close code, when the server has closed it. */
    int closeCode() {
        return closed.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                inbox.add(JSON.decode(text.toString()));
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
