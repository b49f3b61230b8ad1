package heliograph.signaling;

import heliograph.signaling.auth.Credentials;
import heliograph.signaling.http.WhepLimits;
import heliograph.signaling.protocol.IceServer;
import heliograph.signaling.room.RoomLimits;
import heliograph.signaling.room.TestClock;
import heliograph.signaling.socket.SocketLimits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real server on a free port of the loopback, with short limits and one account, and clients for it. */
final class TestServer implements AutoCloseable {
    static final Credentials ACCOUNT = new Credentials("anna", "correct-horse");
    static final List<IceServer> ICE = List.of(
            new IceServer(List.of("stun:stun.example.org"), null, null),
            new IceServer(List.of("turn:turn.example.org"), "user", "pass"));
    static final int MAX_VIEWERS = 5;

    final HttpClient http = HttpClient.newHttpClient();
    final TestClock clock = new TestClock();
    final SignalingServer server;

    private TestServer(Path data, Limits limits) throws SignalingStartException {
        server = SignalingServer.start(
                new SignalingSettings("127.0.0.1", 0, data, ICE, ACCOUNT, MAX_VIEWERS, clock), limits);
    }

    static TestServer start(Path data) throws SignalingStartException {
        return start(data, SocketLimits.forViewers(MAX_VIEWERS));
    }

    static TestServer start(Path data, SocketLimits sockets) throws SignalingStartException {
        WhepLimits whep = new WhepLimits(64 * 1024, Duration.ofSeconds(1), Duration.ofMillis(300));
        return new TestServer(data, new Limits(RoomLimits.forViewers(MAX_VIEWERS), sockets, whep));
    }

    URI uri(String path) {
        return server.watchUri().resolve(path);
    }

    Client connect() {
        return new Client(http, server.roomUri());
    }

    FakeBroadcaster onAir() throws InterruptedException {
        return FakeBroadcaster.onAir(http, server.roomUri(), server.broadcasterToken());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> login(String username, String password) throws Exception {
        String body = "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
        return post("/api/login", "application/json", body);
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A viewer's token, by signing in. */
    String viewerToken() throws Exception {
        HttpResponse<String> response = login(ACCOUNT.username(), ACCOUNT.password());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return response.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    @Override
    public void close() {
        server.close();
    }
}
