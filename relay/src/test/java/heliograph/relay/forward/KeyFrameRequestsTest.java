package heliograph.relay.forward;

import static heliograph.relay.forward.TestClock.millis;
import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.Relay.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Viewers that ask for key frames, and what the studio is asked for because of them. */
class KeyFrameRequestsTest {
    private static final long START = Long.MAX_VALUE - 5;

    private final Scene scene = new Scene();
    private final FakeStudio studio = scene.studio(Layer.FULL, 0);
    private final KeyFrameRequests requests = new KeyFrameRequests();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whoGoesOnAskingIsHeardLessAndLess() {
        assertThat(passed(0, 33_000)).containsExactly(0L, 1_000L, 3_000L, 7_000L, 15_000L, 23_000L, 31_000L);
    }

    @Test
    void whoWasQuietForHalfAMinuteIsHeardAsAtFirst() {
        passed(0, 20_000);
        assertThat(passed(49_000, 53_000)).as("29 s later").containsExactly(49_000L);
        assertThat(passed(84_000, 88_000)).as("31 s later").containsExactly(84_000L, 85_000L, 87_000L);
    }

    @Test
    void whatIsAskedForOfANewPictureIsNeverHeldBackAndCostsNothing() {
        passed(0, 16_000);
        requests.starts(START + millis(16_500));
        assertThat(passed(16_500, 23_100))
                .hasSize(21)
                .endsWith(18_400L, 23_000L)
                .as("for two seconds, then as before")
                .startsWith(16_500L, 16_600L);
    }

    @Test
    void eightThatAskForEverLeaveTheOthersTheirQuality() {
        List<FakeLeg> bad = Stream.of(1, 2, 3, 4, 5, 6, 7, 8)
                .map(i -> scene.viewer("bad " + i))
                .toList();
        scene.keyFrame(studio);
        int asked = ask(bad, 30_000);
        assertThat(ask(bad, 60_000)).isBetween(20, 64);
        assertThat(asked).isPositive();
    }

    @Test
    void oneThatAsksForEverHoldsNobodyElseBack() {
        FakeLeg bad = scene.viewer("bad");
        FakeLeg good = scene.viewer("good");
        scene.keyFrame(studio);
        ask(List.of(bad), 20_000);
        studio.leg.keyFrameRequests.clear();
        scene.pass(600);
        assertThat(studio.leg.keyFrameRequests).isEmpty();
        ask(bad);
        scene.pass(100);
        assertThat(studio.leg.keyFrameRequests).isEmpty();
        ask(good);
        scene.pass(100);
        assertThat(studio.leg.keyFrameRequests).hasSize(1);
    }

    @Test
    void whoBeginsAnotherSourceIsHeardAtOnceHoweverOftenItAskedBefore() {
        FakeLeg bad = scene.viewer("bad");
        scene.keyFrame(studio);
        ask(List.of(bad), 16_000);
        FakeStudio next = scene.studio(Layer.FULL, 4);
        scene.keyFrame(next);
        scene.pass(600);
        next.leg.keyFrameRequests.clear();
        ask(bad);
        scene.pass(100);
        assertThat(next.leg.keyFrameRequests).hasSize(1);
        scene.keyFrame(next);
        scene.pass(500);
        ask(bad);
        scene.pass(100);
        assertThat(next.leg.keyFrameRequests).as("that got lost as well").hasSize(2);
    }

    /** All of them ask ten times a second, one 1.5 s after the other, and each key frame that is asked for comes; how many were. */
    private int ask(List<FakeLeg> viewers, int milliseconds) {
        int asked = 0;
        for (int at = 0; at < milliseconds; at += 100) {
            for (int i = 0; i < viewers.size(); i++) {
                if (begun || at >= i * 1500) {
                    ask(viewers.get(i));
                }
            }
            scene.pass(100);
            if (!studio.leg.keyFrameRequests.isEmpty()) {
                asked += studio.leg.keyFrameRequests.size();
                studio.leg.keyFrameRequests.clear();
                studio.picture(true, 2);
                scene.relay.runDue();
            }
        }
        begun = true;
        return asked;
    }

    private boolean begun;

    private void ask(FakeLeg viewer) {
        int ssrc = viewer.of(Scene.VP8).get(0).ssrc();
        scene.feedback(viewer, writer -> writer.pictureLoss(7, ssrc));
    }

    /** When what is asked for ten times a second is passed on, in milliseconds. */
    private List<Long> passed(int from, int to) {
        List<Long> passed = new ArrayList<>();
        for (int at = from; at < to; at += 100) {
            if (requests.passes(START + millis(at))) {
                passed.add((long) at);
            }
        }
        return passed;
    }
}
