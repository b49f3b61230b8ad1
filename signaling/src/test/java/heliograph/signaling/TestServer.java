package heliograph.signaling;

import heliograph.signaling.auth.Credentials;
import heliograph.signaling.http.CidrBlock;
import heliograph.signaling.http.ConnectionLimits;
import heliograph.signaling.http.TrustedProxies;
import heliograph.signaling.http.WhepLimits;
import heliograph.signaling.ice.IceServers;
import heliograph.signaling.ice.TurnCredentials;
import heliograph.signaling.room.PathPolicy;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A real server on a free port of the loopback, with short limits and one account, and clients for it. */
final class TestServer implements AutoCloseable {
    static final Credentials ACCOUNT = new Credentials("anna", "correct-horse");
    static final IceServers ICE = new IceServers(
            List.of("stun:stun.example.org"),
            List.of("turn:turn.example.org"),
            new TurnCredentials.Fixed("user", "pass"));
    static final int MAX_VIEWERS = 5;

    /** Where a proxy would show it. */
    static final Set<String> ORIGINS = Set.of("https://cam.example.org");

    final HttpClient http = HttpClient.newHttpClient();
    final TestClock clock = new TestClock();
    final SignalingServer server;

    private TestServer(
            Path data,
            @Nullable Credentials account,
            @Nullable HttpsSettings https,
            TrustedProxies proxies,
            Limits limits)
            throws SignalingStartException {
        SignalingSettings settings = new SignalingSettings(
                "127.0.0.1", 0, https, ORIGINS, data, ICE, account, MAX_VIEWERS, PathPolicy.DEFAULT, proxies, clock);
        server = SignalingServer.start(settings, limits);
    }

    static TestServer start(Path data) throws SignalingStartException {
        return start(data, SocketLimits.forViewers(MAX_VIEWERS));
    }

    static TestServer start(Path data, SocketLimits sockets) throws SignalingStartException {
        return new TestServer(
                data, ACCOUNT, null, TrustedProxies.NONE, limits(ConnectionLimits.forViewers(MAX_VIEWERS), sockets));
    }

    /** Where a test is about what a broadcaster leaves out of its answer. */
    static TestServer start(Path data, Duration answering, Duration gathering) throws SignalingStartException {
        Limits usual = limits();
        Limits limits = new Limits(
                usual.connections(), usual.room(), usual.sockets(), whep(answering, gathering), usual.certificates());
        return new TestServer(data, ACCOUNT, null, TrustedProxies.NONE, limits);
    }

    static TestServer start(Path data, @Nullable HttpsSettings https, ConnectionLimits connections)
            throws SignalingStartException {
        return new TestServer(
                data, ACCOUNT, https, TrustedProxies.NONE, limits(connections, SocketLimits.forViewers(MAX_VIEWERS)));
    }

    /** With the accounts of its data folder. */
    static TestServer startStored(Path data) throws SignalingStartException {
        return new TestServer(data, null, null, TrustedProxies.NONE, limits());
    }

    /** Behind a reverse proxy on this machine. */
    static TestServer startBehindProxy(Path data) throws SignalingStartException {
        return startBehindProxy(data, "127.0.0.1", ConnectionLimits.forViewers(MAX_VIEWERS));
    }

    /** Behind one that writes this header. */
    static TestServer startBehindProxy(Path data, TrustedProxies.Header header) throws SignalingStartException {
        return startBehindProxy(data, "127.0.0.1", header, ConnectionLimits.forViewers(MAX_VIEWERS));
    }

    static TestServer startBehindProxy(Path data, String proxy, ConnectionLimits connections)
            throws SignalingStartException {
        return startBehindProxy(data, proxy, TrustedProxies.NONE.header(), connections);
    }

    private static TestServer startBehindProxy(
            Path data, String proxy, TrustedProxies.Header header, ConnectionLimits connections)
            throws SignalingStartException {
        TrustedProxies proxies =
                new TrustedProxies(CidrBlock.parse(proxy).stream().toList(), header);
        Limits limits = limits(connections, SocketLimits.forViewers(MAX_VIEWERS));
        return new TestServer(data, ACCOUNT, null, proxies, limits);
    }

    private static Limits limits() {
        return limits(ConnectionLimits.forViewers(MAX_VIEWERS), SocketLimits.forViewers(MAX_VIEWERS));
    }

    private static Limits limits(ConnectionLimits connections, SocketLimits sockets) {
        // As good as none: whoever is to answer answers, however long the machine takes.
        WhepLimits whep = whep(Duration.ofSeconds(30), Duration.ofSeconds(30));
        return new Limits(connections, RoomLimits.forViewers(MAX_VIEWERS), sockets, whep, Duration.ofMillis(50));
    }

    private static WhepLimits whep(Duration answering, Duration gathering) {
        return new WhepLimits(
                64 * 1024,
                16 * 1024,
                answering,
                gathering,
                WhepLimits.DEFAULT.offerRate(),
                WhepLimits.DEFAULT.patchRate());
    }

    URI uri(String path) {
        return server.watchUri().resolve(path);
    }

    /** Through the door with TLS, by the loopback. */
    URI secureUri(String path) {
        return URI.create("https://127.0.0.1:" + securePort() + path);
    }

    int securePort() {
        return server.links().secure().orElseThrow().uri().getPort();
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
        return token(login(ACCOUNT.username(), ACCOUNT.password()));
    }

    /** The token in an answer. */
    static String token(HttpResponse<String> response) {
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
