package heliograph.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChromiumTest extends BrowserContract {
    @Override
    Browser launch() {
        return Chromium.start(Map.of());
    }

    @Override
    String victim() {
        return "Chromium";
    }

    @Test
    void aTabTellsWhatWentWrongInIt() {
        try (TestSite site = new TestSite();
                Browser browser = launch();
                Tab tab = browser.open(site.url("form.html"))) {
            assertThat(tab.troubles()).isEmpty();
            tab.evaluate(
                    "setTimeout(() => { throw new Error('thrown'); }), console.error('said'), console.warn('quiet'), 1");
            tab.evaluate("fetch('/cut').catch(() => 1)");

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                // Playwright reports while it is asked for something.
                tab.evaluate("1");
                assertThat(tab.troubles())
                        .anyMatch(trouble -> trouble.startsWith("GET " + site.url("cut") + " failed: net::ERR_"))
                        .anyMatch(trouble -> trouble.startsWith("script: ") && trouble.contains("thrown"))
                        .anyMatch(trouble -> trouble.startsWith("console: said"))
                        .noneMatch(trouble -> trouble.contains("quiet"));
            });
        }
    }
}
