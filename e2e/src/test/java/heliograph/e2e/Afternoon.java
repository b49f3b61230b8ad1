package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Viewer;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The program under attack: three who were let in before and watch, and somebody who has a good token and means no good; used from
 * one thread.
 */
final class Afternoon implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> NOTHING_FOR_A_LOG =
            List.of("ERROR", "\tat ", "eyJ", App.PASSWORD, "a=ice-pwd", "a=fingerprint", Guesses.PASSWORD, "#invite=");

    final Scene scene = new Scene();
    final App app;
    final URI server;
    final Intruder intruder;
    /** A viewer's. */
    final String token;
    /** A browser's. */
    final String offer;

    private final Witnesses witnesses;
    private final ProcessHandle studio;

    Afternoon() {
        // A handover to the relay when a fourth comes is no loss, but it is another connection.
        app = App.start(
                scene.rig, "--camera=test", "--microphone=test", "--size=640x360", "--rate=15", "--path=direct");
        server = URI.create(app.url());
        List<Viewer> viewers =
                List.of(app.watchedIn(scene.chromium), app.watchedIn(scene.chromium), app.watchedIn(scene.firefox));
        offer = viewers.get(0)
                .tab()
                .evaluate("heliographProbe.peers[0].localDescription.sdp")
                .getAsString();
        intruder = new Intruder(server);
        token = intruder.login(App.USER, App.PASSWORD);
        studio = app.studio();
        witnesses = new Witnesses(viewers);
    }

    /** With the right password, from another address than the attacker's; asked to wait, it waits. */
    void aNewcomerGetsIn() {
        await("a newcomer with the right password")
                .atMost(LIMIT)
                .until(() -> intruder.canLogIn(App.USER, App.PASSWORD));
    }

    /** Nor does the program show any trace of it. */
    void nobodyNoticed(String attack) {
        aNewcomerGetsIn();
        witnesses.lostNothing(attack);
        assertThat(app.studio()).isEqualTo(studio);
        assertThat(app.output()
                        .lines()
                        .filter(line -> NOTHING_FOR_A_LOG.stream().anyMatch(line::contains)))
                .isEmpty();
    }

    @Override
    public void close() {
        try {
            witnesses.lostNothingInAll();
        } finally {
            witnesses.close();
            app.close();
            scene.close();
        }
    }
}
