package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import heliograph.rig.Browser;
import heliograph.rig.Frame;
import heliograph.rig.Pictures;
import heliograph.rig.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One more comes than are served directly, and who watches already goes over to the relay: nobody sees or hears it. How long the picture
 * stood still, and the sound was gone, is in the figures: a machine that decodes for two browsers cannot judge a tenth of a second.
 */
@Isolated("its figures are measured")
class HandoverTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @AutoClose
    private static final Scene scene = new Scene();

    static Stream<Browser> browsers() {
        return Stream.of(scene.chromium, scene.firefox);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("browsers")
    void thePictureGoesOnFrameByFrame(Browser browser) {
        // Who comes decodes nothing: a browser that begins on the same machine is no handover.
        try (App app = App.start(scene.rig, "--camera", "test", "--microphone", "test", "--direct-viewers", "1");
                CountingViewers second = CountingViewers.of(app);
                Viewer first = app.watchedIn(browser)) {
            showPath(first);
            awaitPath(first, "direct");
            double calm = first.watch(90, LIMIT).gaps().max();

            record(first);
            first.picture().start();
            second.join(1);
            awaitPath(first, "relay");
            // Until two seconds after the page says that it is over: the change itself is in it.
            List<Frame> frames = new ArrayList<>(first.picture().take().frames());
            frames.addAll(first.watchOn(60, LIMIT).frames());
            Pictures over = new Pictures(frames);
            Figures.put("longest gap without a handover, " + browser + " (ms)", calm);
            Figures.put(
                    "longest gap at a handover, " + browser + " (ms)",
                    over.gaps().max());
            assertThat(over.sources()).as("nothing black").containsExactly(5);
            assertThat(over.backwards()).isLessThanOrEqualTo(1);
            assertThat(first.watch(30, LIMIT).sources()).containsExactly(5);
            assertThat(recorded(first))
                    .as("no other state, no element without a picture")
                    .isEmpty();
            awaitOnePeer(first);
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("browsers")
    void theSoundGoesOn(Browser browser) {
        try (HeardTone heard = HeardTone.start(scene.rig);
                App app = App.start(
                        scene.rig,
                        "--camera",
                        "test",
                        "--microphone",
                        HeardTone.MICROPHONE,
                        "--direct-viewers",
                        "1",
                        "--no-noise-suppression",
                        "--no-echo-cancellation",
                        "--no-gain-control");
                Viewer first = signedIn(app, browser)) {
            first.awaitTone(HeardTone.HERTZ);
            showPath(first);
            awaitPath(first, "direct");
            heard.forget();
            double calm = heard.longestHole(Duration.ofSeconds(4));
            record(first);
            heard.forget();
            try (Viewer second = Viewer.open(scene.chromium, app.url())) {
                // Both come out of the same speakers, and two tones of one pitch can cancel each other out.
                second.tab().evaluate("document.querySelector('video').volume = 0.01");
                second.signIn(App.USER, App.PASSWORD);
                second.awaitState("live");
                awaitHandover(first);
                heard.forget();
                awaitPath(first, "relay");
                double hole = heard.longestHole(Duration.ofSeconds(3));
                Figures.put("longest hole in the sound without a handover, " + browser + " (ms)", calm);
                Figures.put("longest hole in the sound at a handover, " + browser + " (ms)", hole);
                heard.forget();
                heard.longestHole(Duration.ofSeconds(1));
                assertThat(recorded(first))
                        .as("no other state, no element without a picture")
                        .isEmpty();
            }
        }
    }

    @Test
    void theRelaysViewersKeepTheirConnectionsWhenTheStudioDies() {
        try (App app = App.start(scene.rig, "--camera", "test", "--microphone", "test", "--path", "relay");
                Viewer chromium = app.watchedIn(scene.chromium);
                Viewer firefox = app.watchedIn(scene.firefox)) {
            List<Viewer> viewers = List.of(chromium, firefox);
            viewers.forEach(HandoverTest::record);
            app.studio().destroyForcibly();
            viewers.forEach(viewer -> viewer.tab().waitFor("heliographProbe.record.includes('interrupted')", LIMIT));
            viewers.forEach(viewer -> viewer.awaitState("live"));
            viewers.forEach(viewer -> viewer.awaitMovingPicture(LIMIT));
            assertThat(viewers)
                    .allSatisfy(viewer -> assertThat(viewer.tab()
                                    .evaluate(
                                            "heliographProbe.peers.filter(peer => peer.connectionState === 'connected'"
                                                    + " || peer.connectionState === 'closed').length")
                                    .getAsInt())
                            .as("connections that there ever were, but for one made ahead")
                            .isEqualTo(1));
        }
    }

    private static Viewer signedIn(App app, Browser browser) {
        Viewer viewer = Viewer.open(browser, app.url()).signIn(App.USER, App.PASSWORD);
        viewer.awaitState("live");
        return viewer;
    }

    /** From now on each state of the page, and what its element says when it has lost its picture. */
    private static void record(Viewer viewer) {
        viewer.tab().evaluate("""
                (() => {
                  const record = heliographProbe.record = [];
                  new MutationObserver(() => record.push(document.documentElement.dataset.state))
                    .observe(document.documentElement, {attributeFilter: ['data-state']});
                  document.querySelector('#video').addEventListener('emptied', () => record.push('emptied'));
                })()""");
    }

    private static List<String> recorded(Viewer viewer) {
        return viewer
                .tab()
                .evaluate("heliographProbe.record.filter(entry => entry !== 'live')")
                .getAsJsonArray()
                .asList()
                .stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    /** Opens the statistics, as a person does. */
    private static void showPath(Viewer viewer) {
        viewer.tab().press("i");
    }

    private static void awaitPath(Viewer viewer, String path) {
        viewer.tab().waitFor("document.querySelector('#stats').textContent.includes('" + path + ", ')", LIMIT);
    }

    /** It begins: the connection that was made ahead is used. */
    private static void awaitHandover(Viewer viewer) {
        viewer.tab()
                .waitFor("heliographProbe.peers.filter(peer => peer.connectionState !== 'new').length === 2", LIMIT);
    }

    private static void awaitOnePeer(Viewer viewer) {
        viewer.tab()
                .waitFor(
                        "heliographProbe.peers.filter(peer => peer.connectionState === 'connected').length === 1",
                        LIMIT);
    }
}
