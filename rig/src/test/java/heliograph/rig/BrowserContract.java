package heliograph.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What tests rely on, whichever browser it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserContract {
    @TempDir
    Path folder;

    private Browser browser;
    private TestSite site;

    abstract Browser launch();

    abstract String victim();

    @BeforeAll
    void start() {
        site = new TestSite();
        browser = launch();
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @Test
    void clicksAndKeysAreThoseOfAUser() {
        try (Tab tab = browser.open(site.url("form.html"))) {
            tab.type("input[name=word]", "héliograph 你好");
            tab.press("Enter");
            tab.waitFor("document.body.dataset.sent", Duration.ofSeconds(10));
            tab.click("button");

            assertThat(tab.evaluate("document.querySelector('input').value").getAsString())
                    .isEqualTo("héliograph 你好");
            assertThat(tab.evaluate("document.body.dataset.clicks").getAsString())
                    .isEqualTo("trusted");
            assertThat(tab.evaluate("navigator.userActivation.hasBeenActive").getAsBoolean())
                    .isTrue();
        }
    }

    @Test
    void evaluatingIsNoGestureAndTheContentSecurityPolicyDoesNotStopIt() {
        try (Tab tab = browser.open(site.url("form.html"))) {
            assertThat(tab.evaluate("new Promise(done => setTimeout(() => done({a: [1, 'zwei']}), 20))")
                            .toString())
                    .isEqualTo("{\"a\":[1,\"zwei\"]}");
            assertThat(tab.evaluate("undefined").isJsonNull()).isTrue();
            assertThat(tab.evaluate("navigator.userActivation.hasBeenActive").getAsBoolean())
                    .isFalse();
            assertThat(tab.evaluate("new AudioContext().state").getAsString()).isEqualTo("suspended");
        }
    }

    @Test
    void whatThrowsInThePageThrowsInTheTest() {
        try (Tab tab = browser.open(site.url("form.html"))) {
            assertThatThrownBy(() -> tab.evaluate("nowhere.to.be.found"))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining("nowhere is not defined");
        }
    }

    @Test
    void tabsAreDifferentPeopleAndAReloadKeepsThem() {
        try (Tab first = browser.open(site.url("form.html"));
                Tab second = browser.open(site.url("form.html"))) {
            first.evaluate("localStorage.setItem('who', 'first')");
            first.evaluate("sessionStorage.setItem('who', 'first')");
            first.reload();

            assertThat(first.evaluate("sessionStorage.getItem('who')").getAsString())
                    .isEqualTo("first");
            assertThat(second.evaluate("localStorage.getItem('who')").isJsonNull())
                    .isTrue();
        }
    }

    @Test
    void aScreenshotShowsThePage() throws IOException {
        try (Tab tab = browser.open(site.url("form.html"))) {
            Path file = folder.resolve("form.png");
            tab.screenshot(file);
            BufferedImage picture = ImageIO.read(file.toFile());
            assertThat(picture.getWidth()).isGreaterThan(600);
            assertThat(picture.getRGB(5, 5) & 0xffffff).isEqualTo(0x008040);
        }
    }

    @Test
    void thePagesPeerConnectionsAreWithinReach() {
        try (Tab tab = browser.open(site.url("form.html"))) {
            tab.evaluate("document.made = new RTCPeerConnection({iceServers: []}), 1");
            assertThat(tab.evaluate("heliographProbe.peers[0] === document.made && document.made.signalingState")
                            .getAsString())
                    .isEqualTo("stable");
        }
    }

    @Test
    void aBrowserThatIsKilledOrClosedLeavesNoProcess() {
        for (boolean killed : new boolean[] {true, false}) {
            // By the processes that this JVM starts: another browser may fork at any time.
            List<ProcessHandle> before = ProcessHandle.current().children().toList();
            Browser other = launch();
            other.open(site.url("form.html"));
            List<ProcessHandle> made = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
                    .toList();
            assertThat(made).hasSizeGreaterThan(2);
            if (killed) {
                other.kill();
            }
            other.close();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    made.stream().filter(Running::isRunning).map(Running::describe))
                            .isEmpty());
        }
    }

    @Test
    void aBrowserEndsWithTheJvmThatIsKilled() {
        Path log = folder.resolve("victim.log");
        try (Child jvm = Child.start(
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrowserVictim.class.getName(),
                        victim()),
                environment -> {},
                log)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.readString(log).contains("up"));
            List<ProcessHandle> children = jvm.handle().descendants().toList();
            assertThat(children).hasSizeGreaterThan(2);

            jvm.handle().destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(children).noneMatch(Running::isRunning));
        }
    }
}
