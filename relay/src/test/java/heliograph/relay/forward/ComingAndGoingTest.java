package heliograph.relay.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import heliograph.relay.Relay.Layer;
import heliograph.relay.UnusableOfferException;
import heliograph.relay.leg.LegEnd;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Viewers that come and go, in every way there is. */
@Isolated("it looks at the threads of the whole process")
class ComingAndGoingTest {
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void fiveHundredComeAndGoAndNobodyWhoStaysMissesAnything() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        FakeLeg stays = scene.viewer("stays");
        scene.keyFrame(studio);
        for (int i = 0; i < 500; i++) {
            FakeLeg leg = scene.viewer("v" + i);
            studio.picture(i % 10 == 0, 2);
            scene.pass(2);
            if (i % 2 == 0) {
                scene.relay.endViewer("v" + i);
            } else {
                leg.observer.ended(LegEnd.GOODBYE);
            }
            assertThat(leg.closed).isTrue();
        }
        assertThat(scene.relay.viewers()).hasSize(1);
        assertThat(stays.of(Scene.VP8)).hasSize(8 + 1000);
        LayersTest.assertContinuous(stays);
        assertThat(scene.ended).hasSize(250);
    }

    @Test
    void whoStaysSaysOfTheNextStudioToThatItPlays() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        scene.viewer("v");
        scene.keyFrame(studio);
        scene.pictures(studio, 3, 1);
        FakeStudio half = scene.studio(Layer.HALF, 1);
        scene.keyFrame(half);
        assertThat(scene.plays).containsExactly("v");
        FakeStudio next = scene.studio(Layer.FULL, 2);
        next.picture(false, 2);
        scene.pass(10);
        assertThat(scene.plays).as("before its key frame").containsExactly("v");
        scene.keyFrame(next);
        scene.pictures(next, 3, 1);
        assertThat(scene.plays).containsExactly("v", "v");
    }

    @Test
    void whoHasLeftIsSentNothingMore() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        FakeLeg leaves = scene.viewer("v");
        scene.keyFrame(studio);
        scene.relay.endViewer("v");
        scene.relay.endViewer("v");
        int sent = leaves.packets.size();
        scene.pictures(studio, 3, 1);
        assertThat(leaves.packets).hasSize(sent);
        assertThat(scene.ended).isEmpty();
    }

    @Test
    void theObserverHearsWhyAViewerIsGone() {
        for (LegEnd end : LegEnd.values()) {
            scene.viewer(end.name()).observer.ended(end);
        }
        assertThat(scene.ended)
                .containsExactly("GOODBYE LEFT", "UNREACHED UNREACHED", "SILENT VANISHED", "HANDSHAKE_FAILED FAILED");
    }

    @Test
    void whoHasNoOtherWayGetsALegThatWaits() throws Exception {
        scene.relay.answerViewer("page", Scene.OFFER, false);
        assertThat(scene.viewerLegs.last().patient).isFalse();
        scene.relay.answerViewer("player", Scene.OFFER, true);
        assertThat(scene.viewerLegs.last().patient).isTrue();
    }

    @Test
    void anotherOfferOfTheSameViewerRestartsIceOverTheSameLeg() throws Exception {
        String first = scene.relay.answerViewer("v", Scene.OFFER, false);
        String second =
                scene.relay.answerViewer("v", Scene.OFFER.replace("a=ice-ufrag:abcd", "a=ice-ufrag:efgh"), false);
        assertThat(scene.viewerLegs.all).hasSize(1);
        FakeLeg leg = scene.viewerLegs.last();
        assertThat(leg.connects).isEqualTo(2);
        assertThat(leg.remote)
                .matches(remote -> remote != null && remote.iceUfrag().equals("efgh"));
        assertThat(first).contains("a=ice-ufrag:ufrag0x1").contains(" 1 IN IP4");
        assertThat(second).contains("a=ice-ufrag:ufrag0x2").contains(" 2 IN IP4");
        assertThat(second.lines().filter(line -> line.startsWith("a=ssrc")).toList())
                .isEqualTo(
                        first.lines().filter(line -> line.startsWith("a=ssrc")).toList());
    }

    @Test
    void candidatesGoToTheLeg() {
        FakeLeg leg = scene.viewer("v");
        scene.relay.viewerCandidate("v", "candidate:1 1 udp 1 192.0.2.9 9 typ host");
        scene.relay.viewerCandidate("nobody", "candidate:1 1 udp 1 192.0.2.9 9 typ host");
        assertThat(leg.candidates).containsExactly("candidate:1 1 udp 1 192.0.2.9 9 typ host");
    }

    @Test
    void whoCannotTakeTheCodecIsNotServed() {
        String vp8Only = Scene.OFFER.replace("a=rtpmap:102 H264", "a=rtpmap:102 VP9");
        assertThat(scene.relay.canServe(Scene.OFFER)).isTrue();
        assertThat(scene.relay.canServe(vp8Only)).isTrue();
        scene.relay.offerUpstream(Layer.FULL);
        scene.relay.answerUpstream(Layer.FULL, FakeStudio.answer("98"));
        assertThat(scene.relay.canServe(Scene.OFFER)).isTrue();
        assertThat(scene.relay.canServe(vp8Only)).isFalse();
        assertThat(scene.relay.canServe("hello")).isFalse();
        assertThatThrownBy(() -> scene.relay.answerViewer("v", vp8Only, false))
                .isInstanceOf(UnusableOfferException.class);
        assertThat(scene.viewerLegs.all).isEmpty();
    }

    @Test
    void theFullLayerIsNoLongerNeededAWhileAfterTheLastHasLeft() {
        scene.viewer("v");
        scene.pass(100);
        assertThat(scene.needs).containsExactly("FULL true");
        scene.relay.endViewer("v");
        scene.pass(9_000);
        assertThat(scene.needs).hasSize(1);
        scene.pass(1_100);
        assertThat(scene.needs).containsExactly("FULL true", "FULL false");
    }

    @Test
    void anAnswerThatIsNoneIsAFailure() {
        scene.relay.offerUpstream(Layer.FULL);
        scene.relay.answerUpstream(Layer.FULL, "v=0\r\n");
        assertThat(scene.failed).containsExactly(Layer.FULL);
        assertThat(scene.upstream.last().closed).isTrue();
    }

    @Test
    void garbageFromBothSidesHarmsNobody() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        FakeLeg viewer = scene.viewer("v");
        FakeLeg other = scene.viewer("other");
        scene.keyFrame(studio);
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && random.nextBoolean()) {
                bytes[0] = (byte) (0x80 | (bytes[0] & 0x3f));
                bytes[1] = (byte) (200 + random.nextInt(8));
            }
            viewer.observer.rtcp(bytes, 0, bytes.length, scene.clock.getAsLong());
            viewer.observer.rtp(bytes, 0, bytes.length, scene.clock.getAsLong());
            studio.leg.observer.rtcp(bytes, 0, bytes.length, scene.clock.getAsLong());
            // What is under a payload type of ours is the studio's own, by its key: another stream, and no garbage.
            if (bytes.length < 2 || !List.of(96, 98, 111).contains(bytes[1] & 0x7f)) {
                studio.leg.observer.rtp(bytes, 0, bytes.length, scene.clock.getAsLong());
            }
            if (i % 100 == 0) {
                scene.relay.runDue();
            }
        }
        scene.pictures(studio, 10, 2);
        assertThat(other.of(Scene.VP8)).hasSize(8 + 20);
        LayersTest.assertContinuous(other);
    }

    @Test
    void closingEndsEverythingAndTwiceIsOnce() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        FakeLeg viewer = scene.viewer("v");
        scene.relay.start();
        scene.relay.close();
        scene.relay.close();
        assertThat(viewer.closed).isTrue();
        assertThat(studio.leg.closed).isTrue();
        assertThat(scene.relay.viewers()).isEmpty();
        assertThatThrownBy(() -> scene.relay.answerViewer("w", Scene.OFFER, false))
                .isInstanceOf(UnusableOfferException.class);
        // A class that ran before this one may still have one that ends.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .noneMatch(thread -> thread.getName().startsWith("relay-")));
    }

    @Test
    void soundAloneFromTheStudioIsEnoughToPlay() {
        FakeStudio studio = studio(FakeStudio.answer().replace("m=video 9", "m=video 0"));
        scene.viewer("v");
        assertThat(scene.plays).isEmpty();
        studio.sound();
        scene.relay.runDue();
        assertThat(scene.plays).containsExactly("v");
        studio.sound();
        scene.relay.runDue();
        assertThat(scene.plays).hasSize(1);
    }

    @Test
    void soundBesideAPictureIsNotEnoughToPlayAndThePictureAloneIs() {
        FakeStudio both = scene.studio(Layer.FULL, 0);
        scene.viewer("v");
        both.sound();
        scene.relay.runDue();
        assertThat(scene.plays).isEmpty();
        FakeStudio pictures = studio(FakeStudio.answer().replace("m=audio 9", "m=audio 0"));
        scene.keyFrame(pictures);
        assertThat(scene.plays).containsExactly("v");
    }

    @Test
    void whoLacksWhatTheStudioIsAskedForFirstIsRefusedBeforeItHasAnswered() {
        String h264Only = Scene.OFFER.replace("a=rtpmap:100 VP8", "a=rtpmap:100 VP9");
        assertThat(scene.relay.canServe(h264Only)).isFalse();
        assertThatThrownBy(() -> scene.relay.answerViewer("v", h264Only, false))
                .isInstanceOf(UnusableOfferException.class);
        scene.relay.offerUpstream(Layer.FULL);
        scene.relay.answerUpstream(Layer.FULL, FakeStudio.answer("98"));
        assertThat(scene.relay.canServe(h264Only)).isTrue();
    }

    @Test
    void anEarlierCodecIsForgottenWithTheVideo() {
        String vp8Only = Scene.OFFER.replace("a=rtpmap:102 H264", "a=rtpmap:102 VP9");
        studio(FakeStudio.answer("98"));
        assertThat(scene.relay.canServe(vp8Only)).isFalse();
        studio(FakeStudio.answer("98").replace("m=video 9", "m=video 0"));
        assertThat(scene.relay.canServe(vp8Only)).isTrue();
    }

    @Test
    void whoConnectsAfterTheEndIsSentNothing() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        FakeLeg leg = scene.viewer("v");
        scene.relay.endViewer("v");
        leg.observer.connected();
        scene.keyFrame(studio);
        assertThat(leg.packets).isEmpty();
    }

    @Test
    void aStudioThatDoesNotAnswerHasFailedAfterFiveSecondsOnce() {
        scene.relay.offerUpstream(Layer.FULL);
        scene.pass(4_900);
        assertThat(scene.failed).isEmpty();
        scene.pass(200);
        assertThat(scene.failed).containsExactly(Layer.FULL);
        assertThat(scene.upstream.last().closed).isTrue();
        scene.pass(6_000);
        assertThat(scene.failed).hasSize(1);
    }

    @Test
    void aStudioThatHasAnsweredIsNotGivenUpForThat() {
        scene.relay.offerUpstream(Layer.FULL);
        scene.relay.answerUpstream(Layer.FULL, FakeStudio.answer());
        scene.pass(6_000);
        assertThat(scene.failed).isEmpty();
    }

    private FakeStudio studio(String answer) {
        scene.relay.offerUpstream(Layer.FULL);
        scene.relay.answerUpstream(Layer.FULL, answer);
        FakeLeg leg = scene.upstream.last();
        leg.observer.connected();
        scene.relay.runDue();
        return new FakeStudio(leg, scene.clock, 5);
    }
}
