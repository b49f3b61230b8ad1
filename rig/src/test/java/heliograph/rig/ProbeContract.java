package heliograph.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The probes against a page that sends to itself, so that what they must read is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProbeContract {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Beyond it a clock is misread: a unit's mistake would be a thousandfold. */
    private static final double MOST_MILLIS = 60_000;

    private Rig rig;
    private Browser browser;
    private TestSite site;

    abstract Browser launch(Rig rig);

    @BeforeAll
    void start() {
        rig = Rig.start();
        site = new TestSite();
        browser = launch(rig);
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
        rig.close();
    }

    @Test
    void eachFrameSaysWhoMadeItAndWhenAndItsNumbersHaveNoHoles() {
        try (Tab tab = loopback("age=0")) {
            Pictures pictures = watch(tab, 60);
            assertThat(pictures.sources()).containsExactly(9);
            assertThat(pictures.latency().p50()).isBetween(1.0, MOST_MILLIS);
            // A loaded machine presents every other frame, or fewer.
            assertThat(pictures.gaps().p50()).isBetween(10.0, 3000.0);
            assertThat(pictures.backwards()).isZero();
            assertThat(new PictureProbe(tab).firstPictureAfterClick()).isBetween(1.0, MOST_MILLIS);
        }
    }

    @Test
    void anOlderFrameIsSeenToBeOlder() {
        try (Tab tab = loopback("age=60000")) {
            assertThat(watch(tab, 60).latency().p50()).isBetween(60_001.0, 60_000 + MOST_MILLIS);
        }
    }

    @Test
    void numbersThatAreLeftOutAreCounted() {
        double whole = lost("skip=0");
        double holes = lost("skip=2");
        assertThat(holes).isGreaterThan(whole + 0.5);
    }

    @Test
    void aBeepThatIsLateIsHeardLate() {
        double together = offset("late=0");
        double late = offset("late=250");
        assertThat(together).isBetween(-200.0, 300.0);
        assertThat(late - together).isCloseTo(250, within(150.0));
    }

    @Test
    void aToneIsHeardAtItsPitch() {
        try (Tab tab = loopback("hertz=440")) {
            SoundProbe sound = new SoundProbe(tab);
            sound.start();
            await().atMost(LIMIT).untilAsserted(() -> {
                SoundProbe.Heard heard = sound.now();
                assertThat(heard.hertz()).isCloseTo(440, within(6.0));
                assertThat(heard.level()).isBetween(-25.0, -5.0);
            });
        }
    }

    @Test
    void theBrowsersOwnStatisticsAreWithinReach() {
        try (Tab tab = loopback("age=0")) {
            await().atMost(LIMIT).untilAsserted(() -> {
                Received received = Received.by(tab);
                assertThat(received.codec()).startsWith("video/");
                assertThat(received.video("framesDecoded")).isPositive();
                assertThat(received.audio("packetsReceived")).isPositive();
            });
        }
    }

    private double lost(String wishes) {
        try (Tab tab = loopback(wishes)) {
            Pictures pictures = watch(tab, 100);
            return pictures.lost() / (double) pictures.frames().size();
        }
    }

    private double offset(String wishes) {
        try (Tab tab = loopback(wishes)) {
            PictureProbe picture = new PictureProbe(tab);
            SoundProbe sound = new SoundProbe(tab);
            sound.start();
            picture.start();
            List<Double> beeps = new ArrayList<>();
            List<Frame> frames = new ArrayList<>();
            await().atMost(LIMIT).until(() -> {
                beeps.addAll(sound.takeBeeps());
                frames.addAll(picture.take().frames());
                return LipSync.of(new Pictures(frames).flashes(), beeps)
                                .offsets()
                                .size()
                        >= 6;
            });
            LipSync lipSync = LipSync.of(new Pictures(frames).flashes(), beeps);
            return lipSync.signed().p50();
        }
    }

    private Tab loopback(String wishes) {
        Tab tab = browser.open(site.url("loopback.html?" + wishes));
        tab.click("button");
        tab.waitFor("heliographProbe.receiver() && heliographProbe.picture.firstShown !== null", LIMIT);
        return tab;
    }

    private static Pictures watch(Tab tab, int count) {
        PictureProbe probe = new PictureProbe(tab);
        probe.start();
        List<Frame> frames = new ArrayList<>();
        await().atMost(LIMIT).until(() -> {
            frames.addAll(probe.take().frames());
            return frames.size() >= count;
        });
        return new Pictures(frames);
    }
}
