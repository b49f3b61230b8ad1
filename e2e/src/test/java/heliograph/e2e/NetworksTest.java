package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import heliograph.e2e.Town.Place;
import heliograph.rig.Chromium;
import heliograph.rig.Host;
import heliograph.rig.Pictures;
import heliograph.rig.Received;
import heliograph.rig.Viewer;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The relay over networks as they are: firewalls, routers, narrow links, lost packets. That each comes through is asserted; how soon is in
 * the figures, since a busy machine cannot judge it.
 */
@Isolated("its figures are measured")
class NetworksTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final double FULL_WIDTH = 1280;
    private static final int LOSS_WATCHED_FRAMES = 450;

    @AutoClose
    private static final Town town = new Town();

    @Test
    void whomAFirewallKeepsFromTheRelaysPortWatchesDirectly() {
        Host host = town.place().host();
        host.blockUdp(Town.RELAY_PORT);
        try (Chromium chromium = town.chromium(host);
                Viewer viewer = watching(chromium, Town.AT_HOME, "direct")) {
            double first = viewer.tab()
                    .evaluate("heliographProbe.picture.firstShown - heliographProbe.picture.lastClick")
                    .getAsDouble();
            Figures.put("relay's port blocked: first picture after the click (ms)", first);
            assertThat(first).isPositive();
        }
    }

    @Test
    void behindTwoRoutersThatForwardNothingTheRelayIsReachedAllTheSame() {
        try (Chromium chromium = town.chromium(town.elsewhere());
                Viewer viewer = watching(chromium, Town.OUTSIDE, "relay")) {
            JsonObject route = viewer.tab().evaluate("heliographProbe.route()").getAsJsonObject();
            assertThat(route.get("protocol").getAsString()).isEqualTo("udp");
            assertThat(viewer.tab()
                            .evaluate("heliographProbe.peers.filter(peer => peer.remoteDescription).length")
                            .getAsInt())
                    .as("at the first attempt")
                    .isEqualTo(1);
        }
    }

    @Test
    void whoseLinkBecomesNarrowGetsASmallerPictureAndNobodyElseDoes() {
        Place narrow = town.place();
        try (Chromium chromium = town.chromium(narrow.host());
                Chromium other = town.chromium(town.place().host());
                Viewer viewer = watching(chromium, Town.AT_HOME, "relay");
                Viewer good = watching(other, Town.AT_HOME, "relay")) {
            await("its full rate").atMost(LIMIT).until(() -> width(viewer) == FULL_WIDTH);
            Received before = good.received();
            good.picture().start();
            viewer.picture().start();

            narrow.wire().shape(900, 100);
            double down = millisUntil(() -> width(viewer) < FULL_WIDTH);
            viewer.watch(90, LIMIT);
            Received half = viewer.received();
            double frozen = viewer.watch(240, LIMIT).gaps().max();
            assertThat(viewer.received().video("pliCount"))
                    .as("no trial of the link costs a picture")
                    .isEqualTo(half.video("pliCount"));

            await("the other viewer's full rate meanwhile").atMost(LIMIT).until(() -> width(good) == FULL_WIDTH);
            narrow.wire().unshape();
            double up = millisUntil(() -> width(viewer) == FULL_WIDTH);

            Pictures meanwhile = good.picture().take();
            Received after = good.received();
            Figures.put("2.5 to 0.9 Mbit/s: to the half layer after (ms)", down);
            Figures.put("0.9 Mbit/s, on the half layer: longest standstill (ms)", frozen);
            Figures.put("0.9 Mbit/s and back: to the full layer after (ms)", up);
            Figures.put(
                    "0.9 Mbit/s: another viewer's longest standstill (ms)",
                    meanwhile.gaps().max());
            Figures.put(
                    "0.9 Mbit/s: packets that another viewer lost",
                    after.video("packetsLost") - before.video("packetsLost"));
            assertThat(meanwhile.backwards()).isZero();
            assertThat(after.video("ssrc")).isEqualTo(before.video("ssrc"));
            await("the other viewer's full rate").atMost(LIMIT).until(() -> width(good) == FULL_WIDTH);
        }
    }

    @Test
    void fivePercentOfThePacketsLostBothWaysFreezeNothing() {
        Place place = town.place();
        try (Chromium chromium = town.chromium(place.host());
                Viewer viewer = watching(chromium, Town.AT_HOME, "relay")) {
            await("its full rate").atMost(LIMIT).until(() -> width(viewer) == FULL_WIDTH);
            Received before = viewer.received();
            place.wire().lose(5);
            Pictures pictures = viewer.watch(LOSS_WATCHED_FRAMES, LIMIT);
            Received after = viewer.received();
            Figures.put("5 % lost: longest standstill (ms)", pictures.gaps().max());
            Figures.put("5 % lost: the browser's freezes", after.video("freezeCount") - before.video("freezeCount"));
            Figures.put("5 % lost: packets asked for again", after.video("nackCount") - before.video("nackCount"));
            assertThat(after.video("packetsLost") - before.video("packetsLost")).isGreaterThan(50);
            assertThat(pictures.backwards()).isZero();
            await("no reason for a smaller picture").atMost(LIMIT).until(() -> width(viewer) == FULL_WIDTH);
        }
    }

    private static Viewer watching(Chromium chromium, String url, String path) {
        Viewer viewer = Viewer.open(chromium, url).signIn(App.USER, App.PASSWORD);
        viewer.awaitState("live");
        viewer.awaitMovingPicture(LIMIT);
        viewer.tab().press("i");
        viewer.tab().waitFor("document.querySelector('#stats').textContent.includes('" + path + ", ')", LIMIT);
        return viewer;
    }

    private static double width(Viewer viewer) {
        return viewer.received().video("frameWidth");
    }

    private static double millisUntil(Callable<Boolean> condition) {
        long start = System.nanoTime();
        await().pollInterval(Duration.ofMillis(50)).atMost(LIMIT).until(condition);
        return (System.nanoTime() - start) / 1e6;
    }
}
