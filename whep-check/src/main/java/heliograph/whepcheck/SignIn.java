package heliograph.whepcheck;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Signs in to a Heliograph, where it was asked to, with the account that the environment names. Holds nothing; any thread. */
final class SignIn {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private SignIn() {}

    /** The token of that account. The password goes over TLS, or to this machine itself, and nowhere else. */
    static String token(HttpClient http, URI server, Map<String, String> environment)
            throws IOException, InterruptedException {
        String user = environment.getOrDefault("HELIOGRAPH_USER", "");
        String password = environment.getOrDefault("HELIOGRAPH_PASSWORD", "");
        if (user.isEmpty() || password.isEmpty()) {
            throw new IllegalArgumentException("--sign-in needs HELIOGRAPH_USER and HELIOGRAPH_PASSWORD");
        }
        if (!"https".equalsIgnoreCase(server.getScheme()) && !isLoopback(server.getHost())) {
            throw new IllegalArgumentException("--sign-in would send the password in the clear; use https://");
        }
        JsonObject credentials = new JsonObject();
        credentials.addProperty("username", user);
        credentials.addProperty("password", password);
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(server.resolve("/api/login"))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(credentials.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("signing in as HELIOGRAPH_USER was answered with " + response.statusCode());
        }
        return tokenIn(response.body());
    }

    private static String tokenIn(String body) throws IOException {
        try {
            if (JsonParser.parseString(body).getAsJsonObject().get("token") instanceof JsonPrimitive token) {
                return token.getAsString();
            }
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("signing in brought no token", e);
        }
        throw new IOException("signing in brought no token");
    }

    /** By what the URL says: a name that has to be looked up may lead here now and elsewhere in a moment. */
    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.matches("127(?:\\.\\d{1,3}){3}")
                || host.matches("\\[(?:0{0,4}:){2,7}0{0,3}1]");
    }
}
