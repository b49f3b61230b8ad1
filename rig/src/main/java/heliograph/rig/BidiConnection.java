package heliograph.rig;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Commands and answers of WebDriver BiDi over a WebSocket; used from any thread. */
final class BidiConnection implements AutoCloseable {
    private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final WebSocket socket;

    private BidiConnection(HttpClient http, URI address) {
        socket = http.newWebSocketBuilder().buildAsync(address, new Answers()).join();
    }

    static BidiConnection open(URI address) {
        return new BidiConnection(HttpClient.newHttpClient(), address);
    }

    /** Sends a command and waits for its result. */
    JsonObject call(String method, JsonObject parameters) {
        int id = lastId.incrementAndGet();
        JsonObject command = new JsonObject();
        command.addProperty("id", id);
        command.addProperty("method", method);
        command.add("params", parameters);
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        JsonObject message = send(method, command.toString(), answer);
        if (message.has("error")) {
            throw new ScriptException(method + ": " + message.get("error") + " " + message.get("message"));
        }
        return message.getAsJsonObject("result");
    }

    // java.net.http refuses a second sendText before the first is through.
    private JsonObject send(String method, String command, CompletableFuture<JsonObject> answer) {
        try {
            synchronized (socket) {
                socket.sendText(command, true).get(30, TimeUnit.SECONDS);
            }
            return answer.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no answer to " + method, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Puts the frames of an answer together and hands it to whoever waits for it, on the HTTP client's threads. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonObject message = JsonParser.parseString(text.toString()).getAsJsonObject();
                text.setLength(0);
                JsonElement id = message.get("id");
                CompletableFuture<JsonObject> answer =
                        id == null || id.isJsonNull() ? null : waiting.remove(id.getAsInt());
                if (answer != null) {
                    answer.complete(message);
                }
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            waiting.values().forEach(answer -> answer.completeExceptionally(error));
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            waiting.values()
                    .forEach(answer -> answer.completeExceptionally(new IllegalStateException("the browser is gone")));
            return null;
        }
    }
}
