package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.rig.Browser;
import heliograph.rig.Chromium;
import heliograph.rig.Rig;
import heliograph.rig.Viewer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A link that lets in without a password, made and taken back while the program runs. */
class InvitationTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void whoeverOpensTheLinkWatchesUntilItIsTakenBackAndNobodyElseComesInByIt() {
        try (Rig rig = Rig.start();
                Browser chromium = Chromium.start(rig.environment());
                App app = App.start(rig, "--camera", "test", "--microphone", "test")) {
            String link =
                    app.order("", "invitations", "create", "--name", "Bert").strip();
            // The door that others can come in by.
            assertThat(link).startsWith(app.secureUrl() + "#invite=");
            try (Viewer bert = open(chromium, link)) {
                bert.awaitState("live");
                bert.awaitMovingPicture(LIMIT);
                assertThat(bert.tab().evaluate("location.href").getAsString()).isEqualTo(app.secureUrl());
                app.awaitOutput("joined as Bert");
                try (Viewer late = open(chromium, link)) {
                    late.tab().waitFor("document.querySelector('#notice')?.textContent.includes('used up')", LIMIT);
                    assertThat(late.state()).isEqualTo("signed-out");
                    assertThat(late.tab().evaluate("location.hash").getAsString())
                            .isEmpty();
                }
                bert.tab().reload();
                bert.awaitState("live");
                bert.awaitMovingPicture(LIMIT);
                String id = app.order("", "invitations", "list").substring(0, 6);
                app.order("", "invitations", "revoke", id);
                long revoked = System.nanoTime();
                bert.awaitState("expired");
                Figures.put(
                        "milliseconds from a revoked invitation to the sign-in card",
                        (System.nanoTime() - revoked) / 1e6);
                bert.tab().reload();
                bert.awaitState("signed-out");
            }
            String secret = link.substring(link.indexOf('=') + 1);
            assertThat(app.output())
                    .contains("audit: 127.0.0.1: came in by invitation")
                    .doesNotContain(secret);
        }
    }

    /** Follows a link. Playwright's own way of opening one waits for ever where the page changes its address meanwhile. */
    private static Viewer open(Browser browser, String link) {
        Viewer viewer = Viewer.open(browser, "about:blank");
        viewer.tab().evaluate("void (location.href = '" + link + "')");
        viewer.tab().waitFor("location.protocol.startsWith('http') && document.documentElement?.dataset.state", LIMIT);
        return viewer;
    }
}
