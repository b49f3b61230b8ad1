package heliograph.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A member of the room that is no page and no studio: says what it is told to, over the WebSocket; used from one thread. */
final class Member implements AutoCloseable, WebSocket.Listener {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    /** Joins with a token; what the server says of it is for {@link #hear}. */
    Member(URI server, String token) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + server.getAuthority() + "/ws"), this)
                .join();
        say("join", "token", token);
    }

    /**
     * Puts whoever watches by a viewer's token out of the room, as the broadcaster's window does. Whoever was the broadcaster
     * is that no more.
     */
    static void remove(URI server, String viewersToken, String broadcastersToken) {
        try (Member broadcaster = new Member(server, broadcastersToken)) {
            broadcaster.hear("joined");
            broadcaster.say("live");
            try (Member viewer = new Member(server, viewersToken)) {
                String session = viewer.hear("live").get("session").getAsString();
                viewer.say("offer", "session", session, "sdp", "v=0\r\n");
                broadcaster.hear("offer");
                broadcaster.say("leave", "session", session, "reason", "removed");
                String code = viewer.hear("error").get("code").getAsString();
                if (!code.equals("removed")) {
                    throw new AssertionError("not removed, but " + code);
                }
            }
        }
    }

    /** Sends a message: its type, and the names and values of its fields. */
    void say(String type, String... fields) {
        JsonObject message = new JsonObject();
        message.addProperty("type", type);
        for (int i = 0; i < fields.length; i += 2) {
            message.addProperty(fields[i], fields[i + 1]);
        }
        socket.sendText(message.toString(), true).join();
    }

    /** The next message of this type; others before it are passed over. */
    JsonObject hear(String type) {
        try {
            JsonObject message = heard.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            while (message != null && !message.get("type").getAsString().equals(type)) {
                message = heard.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            if (message == null) {
                throw new AssertionError("no message " + type + " within " + LIMIT);
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** On the HTTP client's threads, as the specification of the interface has it: one after the other. */
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            heard.add(JsonParser.parseString(text.toString()).getAsJsonObject());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
