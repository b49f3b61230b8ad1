package heliograph.relay.forward;

import static heliograph.relay.forward.TestClock.millis;
import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.Relay.Layer;
import heliograph.relay.leg.LegEnd;
import heliograph.relay.rtcp.RtcpWriter;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What gets lost on the way, what comes too late, and a studio that dies. */
class RecoveryTest {
    private final Scene scene = new Scene();
    private final FakeStudio studio = scene.studio(Layer.FULL, 0);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatAViewerMissesIsSentAgainAsItWasOnceInARoundTrip() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        scene.pictures(studio, 3, 4);
        FakeLeg.Sent lost = viewer.of(Scene.VP8).get(10);
        FakeLeg.Sent afterIt = viewer.of(Scene.VP8).get(12);

        for (int i = 0; i < 5; i++) {
            nack(viewer, lost.sequence(), afterIt.sequence());
            scene.pass(5);
        }
        assertThat(viewer.of(Scene.RTX)).hasSize(2);
        assertThat(original(viewer.of(Scene.RTX).get(0))).isEqualTo(lost.sequence());
        assertThat(original(viewer.of(Scene.RTX).get(1))).isEqualTo(afterIt.sequence());
        FakeLeg.Sent again = viewer.of(Scene.RTX).get(0);
        assertThat(again.timestamp()).isEqualTo(lost.timestamp());
        assertThat(again.marker()).isEqualTo(lost.marker());
        assertThat(again.ssrc()).isNotEqualTo(lost.ssrc());
        assertThat(again.payload().slice(2, again.payload().limit() - 2)).isEqualTo(lost.payload());

        scene.pass(50);
        nack(viewer, lost.sequence());
        assertThat(viewer.of(Scene.RTX))
                .as("twice at once, as it got lost twice")
                .hasSize(4);
        assertThat(viewer.of(Scene.RTX).get(2).sequence())
                .isEqualTo((viewer.of(Scene.RTX).get(1).sequence() + 1) & 0xffff);
        assertThat(scene.viewerLegs.all).hasSize(1);
    }

    /** RFC 3611, section 4.5: then it asks again within a round trip. */
    @Test
    void whoTellsItsTimeIsAnsweredSoThatItKnowsTheRoundTrip() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        byte[] told = HexFormat.of().parseHex("80c9000100000007" + "80cf00040000000704000002" + "0102030405060708");
        viewer.observer.rtcp(told, 0, told.length, scene.clock.getAsLong());
        scene.pass(1);
        assertThat(viewer.rtcp).last().asString().endsWith("05000003" + "00000007" + "03040506" + "00000000");
    }

    @Test
    void retransmissionsBeginFarFromTheWrapOfTheirNumbers() {
        for (int i = 0; i < 20; i++) {
            FakeLeg viewer = scene.viewer("v" + i);
            scene.keyFrame(studio);
            nack(viewer, viewer.of(Scene.VP8).get(2).sequence());
            assertThat(viewer.of(Scene.RTX)).hasSize(1);
            assertThat(viewer.of(Scene.RTX).get(0).sequence()).isBetween(1, 0x4000);
        }
    }

    @Test
    void oneViewersFloodOfFeedbackKeepsNoPictureFromTheOthers() {
        FakeLeg flood = scene.viewer("flood");
        FakeLeg other = scene.viewer("other");
        FakeLeg third = scene.viewer("third");
        scene.keyFrame(studio);
        RtcpWriter writer = new RtcpWriter();
        writer.begin().receiverReport(7);
        for (int i = 0; i < 5_000; i++) {
            flood.observer.rtcp(writer.bytes(), 0, writer.length(), scene.clock.getAsLong());
        }
        studio.picture(false, 5);
        scene.pass(10);
        for (FakeLeg viewer : List.of(flood, other, third)) {
            assertThat(viewer.of(Scene.VP8)).hasSize(13);
        }
    }

    @Test
    void whatWasNeverSentOrIsGoneIsNotSent() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        int last = viewer.of(Scene.VP8).get(7).sequence();
        nack(viewer, (last + 5) & 0xffff);
        nack(viewer, (last - 20) & 0xffff);
        scene.pictures(studio, 75, 1);
        nack(viewer, last);
        assertThat(viewer.of(Scene.RTX)).isEmpty();
    }

    @Test
    void retransmissionsAreLimitedInAll() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        scene.pictures(studio, 30, 10);
        List<FakeLeg.Sent> sent = viewer.of(Scene.VP8);
        nack(viewer, sent.stream().skip(100).mapToInt(FakeLeg.Sent::sequence).toArray());
        int bytes = viewer.of(Scene.RTX).stream()
                .mapToInt(packet -> packet.payload().limit())
                .sum();
        assertThat(bytes).isBetween(60_000, 68_000);
    }

    @Test
    void fivePercentOfLossIsAnsweredToTheLastPacket() {
        FakeLeg viewer = scene.viewer("v");
        Random random = new Random(5);
        scene.keyFrame(studio);
        int lost = 0;
        for (int i = 0; i < 100; i++) {
            int from = viewer.of(Scene.VP8).size();
            studio.picture(false, 10);
            scene.pass(33);
            List<FakeLeg.Sent> sent = viewer.of(Scene.VP8);
            for (FakeLeg.Sent packet : sent.subList(from, sent.size())) {
                if (random.nextInt(20) == 0) {
                    lost++;
                    nack(viewer, packet.sequence());
                }
            }
        }
        assertThat(lost).isPositive();
        assertThat(viewer.of(Scene.RTX)).hasSize(lost);
        assertThat(scene.relay.viewers()).allMatch(stats -> stats.resent() > 0);
    }

    @Test
    void whatIsLostOnTheWayFromTheStudioIsAskedForAtOnceAndPassedOn() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        int missing = studio.sequence + 1;
        studio.pictureWithout(1, false, 3);
        scene.relay.runDue();
        assertThat(studio.leg.nacks).containsExactly(missing & 0xffff);

        int after = studio.sequence;
        studio.sequence = missing;
        studio.picture--;
        studio.picture(false, 1);
        studio.sequence = after;
        scene.relay.runDue();
        assertThat(viewer.of(Scene.VP8)).hasSize(8 + 3);
        scene.pass(500);
        assertThat(studio.leg.nacks).hasSize(1);
    }

    @Test
    void whatIsLateIsLeftOutToTheNextKeyFrameAndTheNumbersGoOn() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        studio.picture(false, 4);
        scene.clock.advance(millis(300));
        scene.pictures(studio, 3, 2);
        assertThat(viewer.of(Scene.VP8)).hasSize(8);
        assertThat(studio.leg.keyFrameRequests).isNotEmpty();

        scene.keyFrame(studio);
        assertThat(viewer.of(Scene.VP8)).hasSize(16);
        LayersTest.assertContinuous(viewer);
        scene.pass(200);
        assertThat(scene.relay.viewers()).allMatch(stats -> stats.dropped() > 0);
    }

    @Test
    void aMachineThatGoesOnBeingLateIsToldOfAndThatItKeepsUpAgain() {
        scene.viewer("v");
        scene.keyFrame(studio);
        for (int i = 0; i < 8; i++) {
            studio.picture(false, 4);
            scene.clock.advance(millis(300));
            scene.relay.runDue();
        }
        assertThat(scene.overloads).containsExactly(true);

        scene.pass(16_000);
        assertThat(scene.overloads).containsExactly(true, false);
    }

    @Test
    void aQueueThatOverflowsIsCutAtAKeyFrame() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        for (int i = 0; i < 300; i++) {
            studio.picture(false, 10);
        }
        scene.relay.runDue();
        scene.keyFrame(studio);
        assertThat(viewer.of(Scene.VP8).size()).isLessThan(1100);
        assertThat(viewer.of(Scene.VP8)
                        .subList(
                                viewer.of(Scene.VP8).size() - 8,
                                viewer.of(Scene.VP8).size()))
                .first()
                .matches(packet -> packet.payload().get(5) == 0);
        LayersTest.assertContinuous(viewer);
    }

    @Test
    void aStudioThatIsStartedAgainGoesOnWhereTheOtherEndedAndNobodyOffersAnew() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        scene.pictures(studio, 30, 4);
        studio.leg.observer.ended(LegEnd.SILENT);
        assertThat(scene.failed).containsExactly(Layer.FULL);
        assertThat(studio.leg.closed).isTrue();
        scene.pass(2000);

        FakeStudio again = scene.studio(Layer.FULL, 9);
        again.sound();
        scene.keyFrame(again);
        scene.pictures(again, 30, 4);

        assertThat(viewer.of(Scene.VP8)).hasSize(2 * (8 + 30 * 4));
        LayersTest.assertContinuous(viewer);
        FakeLeg.Sent last = viewer.of(Scene.VP8).get(127);
        FakeLeg.Sent next = viewer.of(Scene.VP8).get(128);
        int passed = next.timestamp() - last.timestamp();
        assertThat(passed / 90.0).isBetween(2000.0, 2100.0);
        assertThat(ForwardingTest.pictureId(next)).isEqualTo((ForwardingTest.pictureId(last) + 1) & 0x7fff);
        List<FakeLeg.Sent> sound = viewer.of(Scene.OPUS);
        for (int i = 1; i < sound.size(); i++) {
            assertThat(sound.get(i).sequence()).isEqualTo((sound.get(i - 1).sequence() + 1) & 0xffff);
            double real = (sound.get(i).at() - sound.get(i - 1).at()) / 1e6;
            assertThat((sound.get(i).timestamp() - sound.get(i - 1).timestamp()) / 48.0)
                    .isBetween(real - 2, real + 2);
        }
        assertThat(scene.viewerLegs.all).hasSize(1);
        assertThat(scene.ended).isEmpty();
    }

    @Test
    void aSessionThatTakesAnothersPlaceClosesItOnlyWhenItIsConnected() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        scene.relay.offerUpstream(Layer.FULL);
        assertThat(studio.leg.closed).isFalse();
        scene.relay.answerUpstream(Layer.FULL, FakeStudio.answer());
        FakeStudio next = new FakeStudio(scene.upstream.last(), scene.clock, 4);
        next.leg.observer.connected();
        assertThat(studio.leg.closed).isTrue();
        scene.keyFrame(next);
        assertThat(viewer.of(Scene.VP8)).hasSize(16);
    }

    private void nack(FakeLeg viewer, int... sequences) {
        int ssrc = viewer.of(Scene.VP8).get(0).ssrc();
        for (int i = 0; i < sequences.length; i++) {
            int[] one = {sequences[i]};
            scene.feedback(viewer, writer -> writer.nack(7, ssrc, one, 1));
        }
    }

    private static int original(FakeLeg.Sent packet) {
        return packet.payload().getShort(0) & 0xffff;
    }
}
