package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import heliograph.rig.Chromium;
import heliograph.rig.Rig;
import heliograph.rig.Tab;
import heliograph.rig.TurnServer;
import heliograph.rig.Viewer;
import heliograph.signaling.ice.TurnCredentials;
import heliograph.signaling.protocol.IceServer;
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
    private static final Duration LIMIT = Duration.ofSeconds(30);

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
            // Each credential is somebody's own: the viewer's and the studio's, which uses TURN as well.
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(turn.output()
                                    .lines()
                                    .filter(line -> line.contains("ALLOCATE processed, success"))
                                    .map(line -> line.replaceFirst(".*user <\\d+:([\\w-]+)>.*", "$1"))
                                    .distinct()
                                    .count())
                            .isGreaterThanOrEqualTo(2));
            assertThat(app.output()).doesNotContain(SECRET, "credential");
        }
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
