package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Browser;
import heliograph.rig.Pictures;
import heliograph.rig.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who comes in, by which door, and who does not keep the others out; with real browsers. */
class DoorsTest {
    private static final Pattern FINGERPRINT = Pattern.compile("SHA-256 fingerprint.*([0-9A-F]{2}:){31}[0-9A-F]{2}");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Scene scene;
    private static App open;

    @BeforeAll
    static void start() {
        scene = new Scene();
        open = App.start(scene.rig, "--camera", "test", "--microphone", "test");
    }

    @AfterAll
    static void stop() {
        open.close();
        scene.close();
    }

    @Test
    void thePictureArrivesOverTlsInChromium() {
        thePictureArrivesOverTls(scene.chromium);
    }

    @Test
    void thePictureArrivesOverTlsInFirefox() {
        thePictureArrivesOverTls(scene.firefox);
    }

    private static void thePictureArrivesOverTls(Browser browser) {
        try (Viewer viewer = Viewer.open(browser, open.secureUrl()).signIn(App.USER, App.PASSWORD)) {
            viewer.awaitState("live");
            Pictures pictures = viewer.watch(30, LIMIT);
            assertThat(pictures.backwards()).isZero();
            assertThat(viewer.tab().evaluate("location.protocol").getAsString()).isEqualTo("https:");
            open.awaitPrinted(FINGERPRINT);
        }
    }

    @Test
    void scriptsThatAreNotThePagesDoNotRun() {
        for (Browser browser : List.of(scene.chromium, scene.firefox)) {
            try (Viewer viewer = open.watchedIn(browser)) {
                assertThat(viewer.tab().evaluate("""
                                            new Promise(done => {
                                              const violated = [];
                                              document.addEventListener('securitypolicyviolation',
                                                event => violated.push(event.effectiveDirective));
                                              const add = (name, change) => {
                                                const element = document.createElement(name);
                                                try { change(element); } catch { violated.push('trusted types'); }
                                                document.body.append(element);
                                              };
                                              add('script', it => { it.textContent = 'window.stolen = 1'; });
                                              add('script', it => { it.src = 'https://127.0.0.1:1/x.js'; });
                                              add('img', it => it.setAttribute('onerror', 'window.stolen = 2'));
                                              add('iframe', it => { it.src = 'https://127.0.0.1:1/'; });
                                              fetch('http://127.0.0.1:1/').catch(() => {});
                                              setTimeout(() => done(`${window.stolen} ${new Set(violated).size >= 3}`), 1000);
                                            })""").getAsString())
                        .as("in %s", browser)
                        .isEqualTo("undefined true");
                viewer.awaitMovingPicture(LIMIT);
            }
        }
    }

    @Test
    void whoFindsAllPlacesTakenIsToldSoAndGetsInWhenOneIsFree() {
        try (App app = App.start(scene.rig, "--camera", "test", "--microphone", "none", "--max-viewers", "1")) {
            Viewer first = app.watchedIn(scene.chromium);
            try (Viewer second = Viewer.open(scene.firefox, app.url()).signIn(App.USER, App.PASSWORD)) {
                second.awaitState("full");
                assertThat(second.tab().evaluate("document.body.innerText").getAsString())
                        .contains("All places are taken");
                first.close();
                // A full room is asked again every quarter of a minute, and when somebody looks at the page again.
                await().pollInterval(Duration.ofSeconds(1)).atMost(LIMIT).until(() -> {
                    second.tab().evaluate("void document.dispatchEvent(new Event('visibilitychange'))");
                    return second.state().equals("live");
                });
                second.awaitMovingPicture(LIMIT);
            } finally {
                first.close();
            }
        }
    }
}
