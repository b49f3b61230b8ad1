package heliograph.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Somebody who talks to the server without the page, and not always nicely; used from one thread. */
final class Intruder {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    Intruder(URI server) {
        this.server = server;
    }

    /** A good token. */
    String login(String user, String password) {
        return JsonParser.parseString(signIn(user, password).body())
                .getAsJsonObject()
                .get("token")
                .getAsString();
    }

    /** Whether name and password are let in just now. */
    boolean canLogIn(String user, String password) {
        return signIn(user, password).statusCode() == 200;
    }

    private HttpResponse<String> signIn(String user, String password) {
        JsonObject body = new JsonObject();
        body.addProperty("username", user);
        body.addProperty("password", password);
        return json("api/login", body);
    }

    /** The status of the answer to a body of no declared type. */
    int post(String path, String body) {
        return send(HttpRequest.newBuilder(server.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** The answer to a body of JSON. */
    HttpResponse<String> json(String path, String name, String value) {
        JsonObject body = new JsonObject();
        body.addProperty(name, value);
        return json(path, body);
    }

    private HttpResponse<String> json(String path, JsonObject body) {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** The answer to an invitation and the page's attempt to exchange it. */
    HttpResponse<String> exchange(String invitation, String attempt) {
        JsonObject body = new JsonObject();
        body.addProperty("invitation", invitation);
        body.addProperty("attempt", attempt);
        return json("api/invitation", body);
    }

    /** The answer to a fragment for a WHEP session, which restarts ICE if its credentials are others. */
    HttpResponse<String> patch(String location, String token, String fragment) {
        return send(HttpRequest.newBuilder(server.resolve(location))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/trickle-ice-sdpfrag")
                .header("If-Match", "*")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(fragment)));
    }

    /** The status of the answer to the end of a WHEP session. */
    int leave(String location, String token) {
        return send(HttpRequest.newBuilder(server.resolve(location))
                        .header("Authorization", "Bearer " + token)
                        .DELETE())
                .statusCode();
    }

    int whep(String authorization, String sdp) {
        return watch(authorization, sdp).statusCode();
    }

    /** The answer to a WHEP player's offer. */
    HttpResponse<String> watch(String authorization, String sdp) {
        return send(HttpRequest.newBuilder(server.resolve("whep"))
                .header("Authorization", authorization)
                .header("Content-Type", "application/sdp")
                .POST(HttpRequest.BodyPublishers.ofString(sdp)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first message that the server answers a token with. */
    String join(String token) {
        JsonObject join = new JsonObject();
        join.addProperty("type", "join");
        join.addProperty("token", token);
        Listener listener = new Listener();
        WebSocket socket = connect(listener);
        socket.sendText(join.toString(), true).join();
        String answer = listener.first.orTimeout(20, TimeUnit.SECONDS).join();
        socket.abort();
        return answer;
    }

    /** What the server ends a socket with that begins with this text; 0 if it does so without a word. */
    int closeCode(String text) {
        Listener listener = new Listener();
        WebSocket socket = connect(listener);
        try {
            // The server may close before it has read all of it.
            socket.sendText(text, true).exceptionally(failure -> socket).join();
            return listener.closed.orTimeout(20, TimeUnit.SECONDS).join();
        } finally {
            socket.abort();
        }
    }

    private WebSocket connect(Listener listener) {
        URI address = URI.create("ws://" + server.getAuthority() + "/ws");
        return http.newWebSocketBuilder()
                .header("Origin", "http://" + server.getAuthority())
                .buildAsync(address, listener)
                .join();
    }

    /** Bytes that need be no HTTP. */
    void raw(String text) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // However it refuses is fine: the test looks at the others.
            return;
        }
    }

    /** The same token with another signature. */
    String forged(String token) {
        String[] parts = token.split("\\.", -1);
        return parts[0] + "." + parts[1] + "." + encode(new byte[32]);
    }

    /** The same token, rightly signed with the server's key, but of yesterday. */
    String expired(String token, Path data) throws IOException {
        String[] parts = token.split("\\.", -1);
        JsonObject claims = JsonParser.parseString(
                        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .getAsJsonObject();
        for (String claim : new String[] {"iat", "exp"}) {
            claims.addProperty(claim, claims.get(claim).getAsLong() - 86_400);
        }
        String signed = parts[0] + "." + encode(claims.toString().getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(data)) {
            Path key =
                    files.filter(file -> file.endsWith("token.key")).findFirst().orElseThrow();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Files.readAllBytes(key), "HmacSHA256"));
            return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Keeps the first message that comes, on the HTTP client's threads. */
    private static final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                first.complete(text.toString());
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
            closed.complete(0);
        }
    }
}
