package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Awaitility.with;

import heliograph.rig.Viewer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * An attacker's afternoon: after each attack the three who were let in before have lost nothing, a newcomer with the right
 * password gets in, the studio is the same, and the log has no secret and no bug in it. The attacker has other addresses
 * than they: those of the loopback network.
 */
@Isolated("its witnesses count every frame")
class AttackTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration FLOOD = Duration.ofSeconds(3);
    /** So long until some are refused: a machine that makes 40 in a second gets there. */
    private static final Duration MOST = Duration.ofMinutes(2);

    /** Connections of one address, see {@code docs/operating.md}. */
    private static final int PLACES = 656;

    private static Afternoon afternoon;
    private static App app;
    private static URI server;
    private static Intruder intruder;
    private static String token;
    private static String offer;

    @BeforeAll
    static void start() {
        afternoon = new Afternoon();
        app = afternoon.app;
        server = afternoon.server;
        intruder = afternoon.intruder;
        token = afternoon.token;
        offer = afternoon.offer;
    }

    @AfterAll
    static void stop() {
        afternoon.close();
    }

    @AfterEach
    void nobodyElseNoticed(TestInfo test) {
        afternoon.nobodyNoticed(test.getDisplayName());
    }

    @Test
    void tenThousandGuessesFromOneAddress() throws Exception {
        Guesses guesses = new Guesses(server, "127.0.0.2");
        long begun = System.nanoTime();
        // At one account, and at many: neither way is the limit got around.
        guesses.guess(App.USER, 5_000);
        for (int i = 0; i < 100; i++) {
            guesses.guess("user" + i, 50);
        }
        assertThat(guesses.answered()).isEqualTo(10_000);
        // The first of an address are looked at, and then one in a while.
        assertThat(guesses.refused()).isLessThan(50 + (int) seconds(begun) / 10);
        guesses.close();
    }

    @Test
    void tenThousandGuessesFromFiftyAddresses() throws Exception {
        List<Guesses> all = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            all.add(new Guesses(server, "127.0.1." + (i + 1)));
        }
        ExecutorService attackers = Executors.newFixedThreadPool(50);
        try {
            CompletableFuture<?>[] running = all.stream()
                    .map(guesses -> CompletableFuture.runAsync(() -> guesses.guess(App.USER, 200), attackers))
                    .toArray(CompletableFuture[]::new);
            afternoon.aNewcomerGetsIn();
            CompletableFuture.allOf(running).join();
        } finally {
            attackers.shutdownNow();
        }
        assertThat(all.stream().mapToInt(Guesses::answered).sum()).isEqualTo(10_000);
        // Each has to wait twice as long as before: three at once, and one more in 1, 2, 4 ... seconds.
        int each = 3 + (int) Math.ceil(Math.log(seconds(begun) + 2) / Math.log(2));
        assertThat(all.stream().mapToInt(Guesses::refused).sum()).isLessThanOrEqualTo(50 * each);
        for (Guesses guesses : all) {
            guesses.close();
        }
    }

    @Test
    void tokensThatWereMadeAndNotGivenOut() throws Exception {
        for (Map.Entry<String, String> forged :
                ForgedTokens.of(token, app.data()).entrySet()) {
            assertThat(intruder.join(forged.getValue()))
                    .as(forged.getKey())
                    .containsPattern("\"code\":\"(unauthorized|token-expired)\"");
            assertThat(intruder.whep("Bearer " + forged.getValue(), offer))
                    .as(forged.getKey())
                    .isEqualTo(401);
        }
        assertThat(intruder.join(token)).contains("\"type\":\"joined\"");
    }

    @Test
    void webSocketsFromOtherSites() throws Exception {
        for (String origin : List.of(
                "http://evil.example",
                "null",
                "http://" + server.getAuthority() + ".evil.example",
                "http://evil.example/" + server.getAuthority(),
                "http://" + server.getHost() + ":1")) {
            assertThat(upgrade("Origin: " + origin + "\r\n")).as(origin).isEqualTo(403);
        }
        assertThat(upgrade("Origin: http://" + server.getAuthority() + "\r\n")).isEqualTo(101);
        // A page whose own name leads here by now (DNS rebinding) is of the same origin with what it asks for.
        for (String asked : List.of("/ws", "/", "/whep", "/api/login")) {
            try (Wire wire = new Wire("127.0.0.10", server)) {
                wire.say("GET " + asked + " HTTP/1.1\r\nHost: evil.example\r\n" + OddRequests.UPGRADE
                        + "Origin: http://evil.example\r\n\r\n");
                assertThat(wire.answer().status()).as(asked).isEqualTo(421);
            }
        }
    }

    @Test
    void pathsOutOfThePagesFolder() throws Exception {
        for (String path : OddRequests.paths(app.data())) {
            try (Wire wire = new Wire("127.0.0.3", server)) {
                Wire.Answer answer = wire.request("GET " + path, "", "");
                assertThat(answer.status()).as(path).isIn(400, 404);
                assertThat(answer.head() + answer.body())
                        .doesNotContainIgnoringCase("root:")
                        .doesNotContainIgnoringCase("jetty");
            }
        }
    }

    @Test
    void requestsHiddenInRequests() throws Exception {
        String hidden = "GET /index.html HTTP/1.1\r\nHost: x\r\n\r\n";
        for (String header : OddRequests.headersOfTwoReadings()) {
            try (Wire wire = new Wire("127.0.0.4", server)) {
                wire.say("POST /api/login HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + header
                        + "\r\n0\r\n\r\n" + hidden);
                assertThat(wire.answer().status()).as(header).isIn(400, 501);
                assertThat(wire.answer().status()).as("after " + header).isZero();
            }
        }
    }

    @Test
    void tenMegabytes() throws Exception {
        Oversize tooMuch = new Oversize(server, "127.0.0.5");
        tooMuch.ofAMessage(intruder);
        tooMuch.ofABody("/api/login", "Content-Type: application/json\r\n", 4 << 10);
        String authorized = "Authorization: Bearer " + token + "\r\n";
        tooMuch.ofABody("/whep", authorized + "Content-Type: application/sdp\r\n", 64 << 10);
    }

    @Test
    void aThousandSilentSockets() throws Exception {
        long begun = System.nanoTime();
        try (Crowd silent = new Crowd(server, "127.0.0.6", 1000)) {
            // What an address may make at once and what it may make after that, a second for the clocks; or have at
            // all.
            double made = seconds(begun);
            double most = Math.min(PLACES, 512 + 32 * (made + 1));
            await("no more than " + most + " after " + made + " s")
                    .atMost(LIMIT)
                    .until(() -> 1000 - silent.cut() <= most);
            // Not for their silence: that ends the first ones first.
            assertThat(silent.wires().get(0).isCut()).isFalse();
            try (Viewer newcomer = app.watchedIn(afternoon.scene.chromium);
                    Wire other = new Wire("127.0.0.11", server)) {
                assertThat(other.request("GET /", "", "").status()).isEqualTo(200);
                assertThat(newcomer.state()).isEqualTo("live");
            }
        }
    }

    @Test
    void aFloodOfHandshakes() throws Exception {
        Flood flood = Flood.ofHandshakes(URI.create(app.secureUrl()), "127.0.0.12");
        flood.goOn(FLOOD, MOST);
        assertThat(flood.refused()).isPositive();
        // What is let through at once, and what comes after it; a second for the clocks.
        assertThat((long) flood.served()).isLessThan(512 + 32 * (flood.took().toSeconds() + 2));
        // The other door, for the same address, is open.
        try (Wire sameAddress = new Wire("127.0.0.12", server)) {
            assertThat(sameAddress.request("GET /", "", "").status()).isEqualTo(200);
        }
    }

    @Test
    void aFloodOfConnections() throws Exception {
        Flood flood = Flood.ofRequests(server, "127.0.0.13");
        flood.goOn(FLOOD, MOST);
        assertThat(flood.refused()).isPositive();
        assertThat((long) flood.served()).isLessThan(512 + 32 * (flood.took().toSeconds() + 2));
        try (Viewer newcomer = app.watchedIn(afternoon.scene.chromium)) {
            assertThat(newcomer.state()).isEqualTo("live");
        }
    }

    @Test
    void aFloodOfRequestsOnConnectionsThatAreKept() {
        Flood flood = Flood.ofRequestsOnKeptConnections(server, "127.0.0.14");
        flood.goOn(FLOOD, FLOOD);
        assertThat(flood.served()).as("connections that the server ended").isGreaterThan(1);
        assertThat(flood.refused()).as("connections that went on").isZero();
    }

    @Test
    void webSocketsThatNeverJoin() throws Exception {
        try (Crowd silent = new Crowd(server, "127.0.0.7", 20)) {
            for (Wire wire : silent.wires()) {
                assertThat(wire.request("GET /ws", OddRequests.UPGRADE, "").status())
                        .isEqualTo(101);
            }
            for (Wire wire : silent.wires()) {
                assertThat(wire.rest()).contains("\"join-timeout\"");
            }
        }
    }

    @Test
    void aHundredSlowLorises() throws Exception {
        try (Crowd slow = new Crowd(server, "127.0.0.8", 100)) {
            slow.say("POST /api/login HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nX-Slow: ");
            assertThat(slow.cut()).isZero();
            afternoon.aNewcomerGetsIn();
            // A letter now and then buys no more time.
            with().pollInterval(Duration.ofMillis(500)).await().atMost(LIMIT).until(() -> {
                slow.say("a");
                return slow.cut() == 100;
            });
        }
    }

    @Test
    void descriptionsOfEveryBrokenKind() {
        for (Map.Entry<String, String> broken : BrokenOffers.of(offer).entrySet()) {
            // A connection of its own for each: after 413 the server closes what it has not read.
            Intruder player = new Intruder(server);
            long asked = System.nanoTime();
            HttpResponse<String> answer = player.watch("Bearer " + token, broken.getValue());
            Figures.put(
                    "an offer with " + broken.getKey() + ": ms to " + answer.statusCode(),
                    (System.nanoTime() - asked) / 1e6);
            assertThat(answer.statusCode()).as(broken.getKey()).isIn(201, 413, 422);
            // What is good enough for libwebrtc gives up its seat, of which one sign-in has few.
            answer.headers()
                    .firstValue("Location")
                    .ifPresent(session -> assertThat(player.leave(session, token))
                            .as(broken.getKey())
                            .isEqualTo(200));
        }
    }

    @Test
    void everyVerbOfWhepOutOfOrder() throws Exception {
        WhepVerbs verbs = new WhepVerbs(server, "127.0.0.9", token);
        verbs.whereThereIsNoSession();
        verbs.aroundASession(offer);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static int upgrade(String origin) throws IOException {
        try (Wire wire = new Wire("127.0.0.10", server)) {
            return wire.request("GET /ws", OddRequests.UPGRADE + origin, "").status();
        }
    }
}
