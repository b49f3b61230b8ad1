package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Browser;
import heliograph.rig.Chromium;
import heliograph.rig.Pictures;
import heliograph.rig.Received;
import heliograph.rig.Viewer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** One viewer's misfortune, mistake or malice is nobody else's. */
@Isolated("its witnesses count every frame")
class IsolationTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Scene scene;
    private App app;
    private Viewer witness;
    private Received before;

    @BeforeEach
    void start() {
        scene = new Scene();
        app = App.start(scene.rig, "--camera", "test", "--microphone", "test");
        witness = app.watchedIn(scene.chromium);
        before = witness.received();
        witness.picture().start();
    }

    @AfterEach
    void close() {
        app.close();
        scene.close();
    }

    @Test
    void aBrowserThatIsKilledIsNoticedByNobodyElse() {
        try (Browser victim = Chromium.start(scene.rig.environment())) {
            app.watchedIn(victim);
            victim.kill();
        }
        Viewer late = app.watchedIn(scene.firefox);
        late.awaitBeeps(2);
        theWitnessLostNothing();
    }

    @Test
    void aWrongPasswordIsRefusedInWordsAndTheRightOneGoodAfterwards() {
        try (Viewer forgetful = Viewer.open(scene.firefox, app.url())) {
            forgetful.signIn(App.USER, "wrong");
            forgetful.tab().waitFor("document.querySelector('[role=alert]')?.textContent.trim()", LIMIT);
            assertThat(forgetful.state()).isEqualTo("signed-out");
            forgetful.signIn(App.USER, App.PASSWORD);
            forgetful.awaitState("live");
            forgetful.awaitMovingPicture(LIMIT);
        }
        theWitnessLostNothing();
    }

    @Test
    void aTokenThatHasExpiredOrWasForgedIsRefused() throws IOException {
        Intruder intruder = new Intruder(URI.create(app.url()));
        String good = intruder.login(App.USER, App.PASSWORD);
        String expired = intruder.expired(good, app.data());
        assertThat(intruder.join(good)).contains("\"type\":\"joined\"");
        assertThat(intruder.join(expired)).contains("token-expired");
        assertThat(intruder.join(intruder.forged(good))).contains("unauthorized");
        assertThat(intruder.whep("Bearer " + expired, "v=0\r\n")).isEqualTo(401);
        assertThat(intruder.whep("Bearer " + intruder.forged(good), "v=0\r\n")).isEqualTo(401);
        theWitnessLostNothing();
    }

    @Test
    void garbageOnEverySocketAndEndpointHarmsNobody() {
        Intruder intruder = new Intruder(URI.create(app.url()));
        List<String> garbage = List.of(
                "",
                "{",
                "null",
                "[]",
                "{\"type\":\"offer\",\"session\":\"s1\",\"sdp\":\"v=0\"}",
                "{\"type\":\"join\"}",
                "{\"type\":\"join\",\"token\":42}",
                "\u0000\uffff\ud83d\ude00",
                "x".repeat(100_000));
        for (String text : garbage) {
            assertThat(intruder.socket(text)).as("socket ended by: %.40s", text).isTrue();
            assertThat(intruder.post("api/login", text)).isBetween(400, 429);
            assertThat(intruder.post("whep", text)).isBetween(400, 429);
            assertThat(intruder.post("nowhere", text)).isBetween(400, 429);
        }
        String token = intruder.login(App.USER, App.PASSWORD);
        assertThat(intruder.whep("Bearer " + token, "this is no SDP")).isBetween(400, 422);
        intruder.raw("\u0000\u0001\u0002 garbage \r\n\r\n");
        intruder.raw("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        theWitnessLostNothing();
    }

    /** What the witness saw since the beginning: one peer connection, no freeze, and no hole of half a second in the numbers. */
    private void theWitnessLostNothing() {
        await().atMost(LIMIT)
                .until(() -> witness.received().video("framesDecoded") > before.video("framesDecoded") + 60);
        Pictures pictures = witness.picture().take();
        Received after = witness.received();
        assertThat(witness.state()).isEqualTo("live");
        assertThat(witness.tab()
                        .evaluate("heliographProbe.peers.length === 1 || heliographProbe.peers.filter("
                                + "peer => peer.connectionState === 'connected').length === 1")
                        .getAsBoolean())
                .isTrue();
        assertThat(after.video("ssrc")).isEqualTo(before.video("ssrc"));
        assertThat(pictures.backwards()).isZero();
        assertThat(longestHole(pictures)).isLessThan(15);
        Figures.put("witness: frame numbers lost of " + pictures.frames().size(), pictures.lost());
    }

    private static int longestHole(Pictures pictures) {
        int longest = 0;
        for (int i = 1; i < pictures.frames().size(); i++) {
            int step = pictures.frames().get(i).number()
                    - pictures.frames().get(i - 1).number();
            longest = Math.max(longest, step - 1);
        }
        return longest;
    }
}
