package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heliograph.rig.Chromium;
import heliograph.rig.Rig;
import heliograph.rig.Tab;
import heliograph.rig.TurnServer;
import heliograph.rig.Viewer;
import heliograph.signaling.ice.TurnCredentials;
import heliograph.signaling.protocol.IceServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A viewer whom nothing but TURN reaches, by a real coturn. */
class TurnTest {
    private static final String SECRET = "e2e-shared-secret";
    /** Of a player whom nothing reaches: libwebrtc asks no TURN server any more once it has a way. */
    private static final String OFFER = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
            + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:lonely\r\n"
            + "a=ice-pwd:0123456789012345678901\r\na=fingerprint:sha-256 00" + ":00".repeat(31)
            + "\r\na=setup:actpass\r\na=mid:0\r\na=recvonly\r\na=rtcp-mux\r\na=rtpmap:96 VP8/90000\r\n";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @AutoClose
    private static final Rig rig = Rig.start();

    @AutoClose
    private static final Chromium chromium = Chromium.start(rig.environment());

    @AutoClose
    private static final TurnServer turn = TurnServer.start(SECRET);

    private static App app(String transport) {
        return App.start(
                rig,
                environment -> environment.put("HELIOGRAPH_TURN_SECRET", SECRET),
                "--camera",
                "test",
                "--microphone",
                "test",
                "--size",
                "640x480",
                "--turn-server",
                turn.url(transport));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aViewerWithNoOtherWayWatchesThroughTurn(String transport) {
        try (App app = app(transport);
                Viewer viewer = Viewer.open(chromium, app.url() + "?relay-only").signIn(App.USER, App.PASSWORD)) {
            viewer.awaitState("live");
            viewer.awaitMovingPicture(LIMIT);
            JsonObject route = viewer.tab().evaluate("heliographProbe.route()").getAsJsonObject();
            assertThat(route.get("candidateType").getAsString()).isEqualTo("relay");
            assertThat(route.get("relayProtocol").getAsString()).isEqualTo(transport);
            assertThat(app.output()).doesNotContain(SECRET, "credential");
        }
    }

    @Test
    void theStudioHasAWayThroughTurnAsWell() throws Exception {
        try (App app = app("udp")) {
            // The page can be opened before that; a player would be told to come again.
            app.awaitOutput("On air");
            HttpClient http = HttpClient.newHttpClient();
            String login = post(
                    http,
                    HttpRequest.newBuilder(URI.create(app.url() + "api/login"))
                            .header("Content-Type", "application/json"),
                    "{\"username\":\"" + App.USER + "\",\"password\":\"" + App.PASSWORD + "\"}");
            String token =
                    JsonParser.parseString(login).getAsJsonObject().get("token").getAsString();
            String answer = post(
                    http,
                    HttpRequest.newBuilder(URI.create(app.url() + "whep"))
                            .header("Content-Type", "application/sdp")
                            .header("Authorization", "Bearer " + token),
                    OFFER);
            assertThat(answer).contains(" typ relay ");
        }
    }

    private static String post(HttpClient http, HttpRequest.Builder request, String body) throws Exception {
        return http.send(
                        request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aCredentialThatHasRunOutOrIsWrongIsRefusedByCoturn() {
        TurnCredentials good = new TurnCredentials.Shared(SECRET);
        List<String> urls = List.of(turn.url("udp"));
        Instant now = Instant.now();
        try (App app = app("udp");
                Tab tab = chromium.open(app.url())) {
            assertThat(relayCandidates(tab, good.issue(urls, "m", now))).isPositive();
            assertThat(relayCandidates(tab, good.issue(urls, "m", now.minus(TurnCredentials.Shared.LIFETIME))))
                    .isZero();
            assertThat(relayCandidates(tab, new TurnCredentials.Shared("another-secret").issue(urls, "m", now)))
                    .isZero();
        }
    }

    /** How many a browser finds with this, all told. */
    private static int relayCandidates(Tab tab, IceServer server) {
        return tab.evaluate("new Promise(async (resolve) => {"
                        + " const peer = new RTCPeerConnection({iceTransportPolicy: 'relay', iceServers: [{urls: ['"
                        + server.urls().get(0) + "'], username: '" + server.username() + "', credential: '"
                        + server.credential() + "'}]});"
                        + " let found = 0;"
                        + " peer.onicecandidate = ({candidate}) => { if (candidate?.candidate) found++; };"
                        + " peer.onicegatheringstatechange = () => {"
                        + "   if (peer.iceGatheringState === 'complete') { peer.close(); resolve(found); } };"
                        + " peer.addTransceiver('video', {direction: 'recvonly'});"
                        + " await peer.setLocalDescription();"
                        + "})")
                .getAsInt();
    }
}
