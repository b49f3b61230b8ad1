package heliograph.relay.forward;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.Relay.Layer;
import heliograph.relay.ViewerStats;
import heliograph.relay.leg.LegEnd;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each viewer gets what its link carries, and no other viewer notices. */
class LayersTest {
    private final Scene scene = new Scene();
    private final FakeStudio full = scene.studio(Layer.FULL, 0);
    private double lost;
    private int reported;

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aLossyViewerGoesDownWithinThreeSecondsAndComesUpWithinFifteen() {
        FakeLeg good = scene.viewer("good");
        FakeLeg weak = scene.viewer("weak");
        scene.keyFrame(full);
        play(2000, weak, 0);
        assertThat(scene.needs).containsExactly("FULL true");

        play(1000, weak, 128);
        assertThat(scene.needs).containsExactly("FULL true", "HALF true");
        FakeStudio half = scene.studio(Layer.HALF, 3);
        half.picture(true, 2);
        scene.pass(150);
        assertThat(layer("weak")).isEqualTo(Layer.HALF);
        assertThat(layer("good")).isEqualTo(Layer.FULL);

        long waited = 0;
        while (layer("weak") == Layer.HALF && waited < 20_000) {
            playBoth(half, 500, weak, 0);
            if (full.leg.keyFrameRequests.size() > 1) {
                full.picture(true, 8);
            }
            waited += 500;
        }
        assertThat(waited).isBetween(5000L, 14_000L);
        assertThat(weak.of(Scene.RTX)).as("the link was tried before").hasSizeGreaterThan(100);
        assertContinuous(good);
        assertContinuous(weak);

        playBoth(half, 12_000, weak, 0);
        assertThat(scene.needs).containsExactly("FULL true", "HALF true", "HALF false");
    }

    @Test
    void aTrialThatFailsLeavesTheViewerWhereItIsAndIsMadeAgain() {
        FakeLeg weak = scene.viewer("weak");
        scene.keyFrame(full);
        play(1000, weak, 0);
        play(1000, weak, 128);
        FakeStudio half = scene.studio(Layer.HALF, 3);
        half.picture(true, 2);
        scene.pass(150);

        int trials = 0;
        int before = 0;
        boolean trying = false;
        for (int i = 0; i < 120; i++) {
            int sent = weak.of(Scene.RTX).size();
            boolean tries = sent > before;
            before = sent;
            trials += tries && !trying ? 1 : 0;
            trying = tries;
            playBoth(half, 250, weak, tries ? 128 : 0);
        }
        assertThat(trials).isBetween(2, 5);
        assertThat(layer("weak")).isEqualTo(Layer.HALF);
        assertThat(scene.ended).isEmpty();
    }

    @Test
    void whoIsTooWeakForTheHalfLayerIsToBeServedDirectlyAndToldOnce() {
        FakeLeg weak = scene.viewer("weak");
        scene.keyFrame(full);
        play(1000, weak, 0);
        play(1000, weak, 128);
        FakeStudio half = scene.studio(Layer.HALF, 3);
        half.picture(true, 2);
        playBoth(half, 9000, weak, 128);

        assertThat(scene.ended).containsExactly("weak TOO_WEAK");
        assertThat(scene.relay.viewers())
                .as("the picture goes on until the other path has one")
                .hasSize(1);
    }

    @Test
    void aHalfLayerThatDoesNotComeDoesNotFreezeThePicture() {
        FakeLeg weak = scene.viewer("weak");
        scene.keyFrame(full);
        play(1000, weak, 0);
        play(1000, weak, 128);
        assertThat(scene.needs).contains("HALF true");
        int before = weak.of(Scene.VP8).size();
        play(3500, weak, 0);
        full.picture(true, 8);
        play(1000, weak, 0);
        assertThat(weak.of(Scene.VP8)).hasSizeGreaterThan(before + 50);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsOnAHalfLayerThatEndsTakesTheFullOne(boolean asked) {
        FakeLeg weak = scene.viewer("weak");
        scene.keyFrame(full);
        play(1000, weak, 0);
        play(1000, weak, 128);
        FakeStudio half = scene.studio(Layer.HALF, 3);
        half.picture(true, 2);
        playBoth(half, 500, weak, 0);
        assertThat(layer("weak")).isEqualTo(Layer.HALF);
        int keyFrames = full.leg.keyFrameRequests.size();
        if (asked) {
            scene.relay.endUpstream(Layer.HALF);
        } else {
            half.leg.observer.ended(LegEnd.SILENT);
        }
        scene.pass(1500);
        assertThat(full.leg.keyFrameRequests).hasSizeGreaterThan(keyFrames);
        full.picture(true, 8);
        scene.pass(200);
        assertThat(layer("weak")).isEqualTo(Layer.FULL);

        FakeStudio again = scene.studio(Layer.HALF, 4);
        again.picture(true, 2);
        scene.pass(200);
        assertThat(layer("weak")).as("it is still too weak for the full one").isEqualTo(Layer.HALF);
        assertContinuous(weak);
    }

    @Test
    void fivePercentOfLossIsNoReasonToGoDown() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(full);
        play(10_000, viewer, 13);
        assertThat(scene.needs).containsExactly("FULL true");
    }

    /** A browser reports with each NACK, of the few packets since the last one. */
    @Test
    void fivePercentThatAreToldOneByOneAreNoReasonEither() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(full);
        for (int i = 0; i < 300; i++) {
            full.picture(false, 20);
            scene.pass(33);
            report(viewer, 0, 1);
            report(viewer, 255, 0);
        }
        assertThat(scene.needs).containsExactly("FULL true");
    }

    /** Without RTX nothing is sent again, and a player that has no other wish asks until the packet is too old. */
    @Test
    void whoAsksOverAndOverForWhatIsNotSentAgainIsNoWorseOff() {
        FakeLeg viewer = scene.viewer("v", Scene.WITHOUT_RTX);
        scene.keyFrame(full);
        for (int i = 0; i < 40; i++) {
            play(250, viewer, 8);
            List<FakeLeg.Sent> sent = viewer.of(Scene.VP8);
            FakeLeg.Sent missed = sent.get(sent.size() - 1);
            for (int again = 0; again < 40; again++) {
                scene.feedback(viewer, writer -> writer.nack(7, missed.ssrc(), new int[] {missed.sequence()}, 1));
            }
        }
        assertThat(scene.needs).containsExactly("FULL true");
    }

    @Test
    void whoseLinkCannotBeTriedIsSentTheFullLayerOnceAMinuteAtMost() {
        FakeLeg weak = scene.viewer("weak", Scene.WITHOUT_RTX);
        scene.keyFrame(full);
        play(1000, weak, 0);
        play(1000, weak, 128);
        FakeStudio half = scene.studio(Layer.HALF, 3);
        half.picture(true, 2);
        int asked = full.leg.keyFrameRequests.size();
        playBoth(half, 55_000, weak, 0);
        assertThat(full.leg.keyFrameRequests).hasSize(asked);
        playBoth(half, 10_000, weak, 0);
        assertThat(full.leg.keyFrameRequests).hasSizeGreaterThan(asked);
    }

    @Test
    void aTrialEndsWithTheFirstSignOfAQueue() {
        FakeLeg weak = scene.viewer("weak");
        scene.keyFrame(full);
        play(1000, weak, 0);
        play(1000, weak, 128);
        FakeStudio half = scene.studio(Layer.HALF, 3);
        half.picture(true, 2);
        estimate(weak, 1_100_000);
        while (weak.of(Scene.RTX).isEmpty()) {
            playBoth(half, 250, weak, 0);
        }
        estimate(weak, 765_000);
        scene.pass(100);
        int sent = weak.of(Scene.RTX).size();
        assertThat(sent * 1200 * 8).as("bits that are more than the half layer").isLessThan(250_000);
        playBoth(half, 4000, weak, 0);
        assertThat(weak.of(Scene.RTX)).as("no other so soon").hasSize(sent);
        assertThat(layer("weak")).isEqualTo(Layer.HALF);
        assertThat(scene.ended).isEmpty();
    }

    @Test
    void anEstimateThatFallsBelowTheRateTakesDown() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(full);
        play(2000, viewer, 0);
        estimate(viewer, 4_000_000);
        play(500, viewer, 0);
        estimate(viewer, 700_000);
        play(500, viewer, 0);
        assertThat(scene.needs).containsExactly("FULL true", "HALF true");
    }

    @Test
    void anEstimateThatOnlyLagsBehindTakesNobodyDown() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(full);
        play(1000, viewer, 0);
        for (int i = 0; i < 20; i++) {
            estimate(viewer, 500_000 + i * 20_000);
            play(250, viewer, 0);
        }
        assertThat(scene.needs).containsExactly("FULL true");
    }

    private void play(int milliseconds, FakeLeg reporter, int fractionLost) {
        playBoth(null, milliseconds, reporter, fractionLost);
    }

    /** Pictures of 10 packets (2.4 Mbit/s) and of 3, a report each half second. */
    private void playBoth(@Nullable FakeStudio half, int milliseconds, FakeLeg reporter, int fractionLost) {
        for (int passed = 0; passed < milliseconds; passed += 250) {
            report(reporter, fractionLost, 0);
            for (int i = 0; i < 7; i++) {
                full.picture(false, 10);
                if (half != null) {
                    half.picture(false, 3);
                }
                scene.pass(250.0 / 7);
            }
        }
    }

    /** Of all that was sent but for the last so many packets. */
    private void report(FakeLeg viewer, int fractionLost, int before) {
        List<FakeLeg.Sent> sent = viewer.of(Scene.VP8);
        if (sent.size() > before) {
            lost += (sent.size() - before - reported) * fractionLost / 256.0;
            reported = sent.size() - before;
            FakeLeg.Sent last = sent.get(reported - 1);
            scene.feedback(
                    viewer,
                    writer -> writer.receptionReport(
                            last.ssrc(), fractionLost, (int) Math.round(lost), last.sequence(), 0, 0, 0));
        }
    }

    private void estimate(FakeLeg viewer, long bitsPerSecond) {
        scene.feedback(viewer, writer -> writer.maximumBitrate(7, bitsPerSecond, 1));
    }

    private Layer layer(String id) {
        return scene.relay.viewers().stream()
                .filter(stats -> stats.id().equals(id))
                .map(ViewerStats::layer)
                .findFirst()
                .orElseThrow();
    }

    static void assertContinuous(FakeLeg viewer) {
        var video = viewer.of(Scene.VP8);
        for (int i = 1; i < video.size(); i++) {
            assertThat(video.get(i).sequence()).isEqualTo((video.get(i - 1).sequence() + 1) & 0xffff);
            int passed = video.get(i).timestamp() - video.get(i - 1).timestamp();
            long real = video.get(i).at() - video.get(i - 1).at();
            assertThat(passed).isBetween(0, (int) (real * 9 / 100_000) + 900);
        }
    }
}
