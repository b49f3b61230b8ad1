package heliograph.bench.receiver;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Signs in and opens WHEP sessions, as {@code docs/protocol.md} has it. Any thread; its calls block. */
public final class Whep {
    /** A session and its answer. */
    record Session(URI location, String token, Answer answer) {}

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CREATED = 201;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI server;
    private final String user;
    private final String password;

    public Whep(URI server, String user, String password) {
        this.server = server;
        this.user = user;
        this.password = password;
    }

    /** A token of a sign-in of its own, which is good for four seats. */
    public String signIn() throws IOException, InterruptedException {
        JsonObject login = new JsonObject();
        login.addProperty("username", user);
        login.addProperty("password", password);
        HttpResponse<String> reply = http.send(
                HttpRequest.newBuilder(server.resolve("/api/login"))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(login.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != 200) {
            throw new IOException("the sign-in was refused with " + reply.statusCode());
        }
        return JsonParser.parseString(reply.body())
                .getAsJsonObject()
                .get("token")
                .getAsString();
    }

    Session open(String token, Offer offer) throws IOException, InterruptedException {
        HttpResponse<String> reply = http.send(
                request("/whep", token)
                        .header("Content-Type", "application/sdp")
                        .POST(HttpRequest.BodyPublishers.ofString(offer.sdp()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != CREATED) {
            throw new IOException("the offer was refused with " + reply.statusCode() + ": " + reply.body());
        }
        Answer answer;
        try {
            answer = Answer.parse(reply.body());
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        if (answer.candidates().isEmpty()) {
            throw new IOException("the answer has no candidate of IPv4 and UDP");
        }
        String location =
                reply.headers().firstValue("Location").orElseThrow(() -> new IOException("the answer has no Location"));
        return new Session(server.resolve(location), token, answer);
    }

    /** Leaves; whether the server agreed matters to nobody. */
    void close(Session session) throws IOException, InterruptedException {
        http.send(
                request(session.location().getPath(), session.token()).DELETE().build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT).header("Authorization", "Bearer " + token);
    }
}
