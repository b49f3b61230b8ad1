package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.rig.Browser;
import heliograph.rig.Chromium;
import heliograph.rig.Viewer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.Isolated;

/** One viewer's misfortune, mistake or malice is nobody else's. */
@Isolated("its witness counts every frame")
class IsolationTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Scene scene;
    private static App app;
    private static Witnesses witness;

    @BeforeAll
    static void start() {
        scene = new Scene();
        // A handover to the relay when a fourth comes is no loss, but it is another connection.
        app = App.start(scene.rig, "--camera", "test", "--microphone", "test", "--path", "direct");
        witness = new Witnesses(List.of(app.watchedIn(scene.chromium)));
    }

    @AfterAll
    static void stop() {
        try {
            witness.lostNothingInAll();
        } finally {
            witness.close();
            app.close();
            scene.close();
        }
    }

    @AfterEach
    void theWitnessLostNothing(TestInfo test) {
        witness.lostNothing(test.getDisplayName());
    }

    @Test
    void aBrowserThatIsKilledIsNoticedByNobodyElse() {
        try (Browser victim = Chromium.start(scene.rig.environment())) {
            app.watchedIn(victim);
            victim.kill();
        }
        try (Viewer late = app.watchedIn(scene.firefox)) {
            late.awaitBeeps(2);
        }
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
            assertThat(intruder.closeCode(text))
                    .as("socket ended by: %.40s", text)
                    .isBetween(4400, 4413);
            assertThat(intruder.post("api/login", text)).isBetween(400, 429);
            assertThat(intruder.post("whep", text)).isBetween(400, 429);
            assertThat(intruder.post("nowhere", text)).isBetween(400, 429);
        }
        String token = intruder.login(App.USER, App.PASSWORD);
        assertThat(intruder.whep("Bearer " + token, "this is no SDP")).isBetween(400, 422);
        intruder.raw("\u0000\u0001\u0002 garbage \r\n\r\n");
        intruder.raw("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    }
}
