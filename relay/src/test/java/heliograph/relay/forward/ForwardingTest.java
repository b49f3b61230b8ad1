package heliograph.relay.forward;

import static heliograph.relay.forward.TestClock.millis;
import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.Relay.Layer;
import heliograph.relay.rtp.RtpHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every viewer gets when all is well. */
class ForwardingTest {
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyViewerGetsEveryPacketInOrderAndWithoutAGap() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        List<FakeLeg> viewers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            viewers.add(scene.viewer("v" + i));
        }

        scene.keyFrame(studio);
        scene.pictures(studio, 90, 4);

        for (FakeLeg viewer : viewers) {
            List<FakeLeg.Sent> video = viewer.of(Scene.VP8);
            assertThat(video).hasSize(8 + 90 * 4);
            for (int i = 1; i < video.size(); i++) {
                FakeLeg.Sent before = video.get(i - 1);
                FakeLeg.Sent packet = video.get(i);
                assertThat(packet.sequence()).isEqualTo((before.sequence() + 1) & 0xffff);
                assertThat(packet.ssrc()).isEqualTo(before.ssrc());
                int passed = packet.timestamp() - before.timestamp();
                assertThat(passed).isIn(0, 900, 3000, 2999, 3001);
                assertThat(passed == 0).isEqualTo(!before.marker());
                assertThat(pictureId(packet)).isEqualTo((pictureId(before) + (before.marker() ? 1 : 0)) & 0x7fff);
            }
            assertThat(viewer.of(Scene.OPUS)).hasSize(90);
        }
        assertThat(scene.plays).hasSize(100).doesNotHaveDuplicates();
        assertThat(scene.relay.viewers()).hasSize(100).allMatch(stats -> stats.videoFrames() >= 88);
    }

    @Test
    void aViewerStartsAtAKeyFrameAndIsNotShownWhatWasBefore() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        FakeLeg viewer = scene.viewer("late");

        scene.pictures(studio, 5, 2);
        assertThat(viewer.of(Scene.VP8)).isEmpty();
        assertThat(viewer.of(Scene.OPUS)).as("sound does not wait").hasSize(5);
        assertThat(scene.plays).isEmpty();

        scene.keyFrame(studio);
        assertThat(viewer.of(Scene.VP8)).hasSize(8);
        assertThat(viewer.of(Scene.VP8).get(0).payload().get(5))
                .as("a key frame")
                .isZero();
        assertThat(scene.plays).containsExactly("late");
    }

    @Test
    void aLargeKeyFrameIsOutWithinSixteenMillisecondsAndNeverMoreThanSixteenPacketsAtOnce() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        FakeLeg viewer = scene.viewer("alone");
        scene.pass(60);
        long begun = scene.clock.getAsLong();
        studio.picture(true, 40);
        scene.relay.runDue();
        scene.pass(100);

        List<FakeLeg.Sent> video = viewer.of(Scene.VP8);
        assertThat(video).hasSize(40);
        LayersTest.assertContinuous(viewer);
        assertThat(video.get(39).at() - begun).isLessThanOrEqualTo(millis(16));
        assertThat(video.stream().collect(Collectors.groupingBy(FakeLeg.Sent::at, Collectors.counting())))
                .allSatisfy((at, packets) -> assertThat(packets).isLessThanOrEqualTo(16));
    }

    @Test
    void keyFramesAreAskedForOnceInHalfASecondForAllTogetherUntilOneComes() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        studio.picture(false, 1);
        for (int i = 0; i < 50; i++) {
            scene.viewer("v" + i);
            scene.pass(10);
        }
        scene.pass(1500);

        List<Long> times = studio.leg.keyFrameRequestTimes;
        assertThat(times).hasSizeBetween(4, 5);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isBetween(millis(500), millis(560));
        }
        assertThat(studio.leg.keyFrameRequests).containsOnly(studio.videoSsrc);

        int asked = times.size();
        scene.keyFrame(studio);
        scene.pass(2000);
        assertThat(times).hasSize(asked);
    }

    @Test
    void theStudioIsToldOfReceptionAndRoomFiveTimesASecond() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        studio.picture(true, 1);
        scene.pass(2000);

        assertThat(studio.leg.estimates).hasSizeBetween(8, 11).containsOnly(5_000_000L);
    }

    @Test
    void theUsualRateWithKeyFramesInItNeedsNoMoreRoom() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        assertThat(roomFor(studio, 10, 10_000)).containsOnly(5_000_000L);
    }

    /** The user may have raised the studio's own limit, of which the relay is not told. */
    @Test
    void aStudioThatSendsMoreIsToldOfMoreRoomUntilItHasTwiceWhatItSends() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        roomFor(studio, 10, 2_000);
        roomFor(studio, 20, 3_000);
        List<Long> room = roomFor(studio, 33, 5_000);
        assertThat(room).isSorted().last().matches(it -> it > 12_000_000 && it < 17_000_000);

        assertThat(roomFor(studio, 10, 5_000)).as("it never falls").containsOnly(room.get(room.size() - 1));
    }

    /** What it is told while it sends so many packets of 1000 bytes in each picture, a hundred each fourth second. */
    private List<Long> roomFor(FakeStudio studio, int packets, int milliseconds) {
        studio.leg.estimates.clear();
        for (int i = 0; i < milliseconds / 1000 * 30; i++) {
            studio.picture(i == 0, i % 120 == 60 ? 100 : packets);
            scene.pass(1000.0 / 30);
        }
        return List.copyOf(studio.leg.estimates);
    }

    @Test
    void whatTheStudioSendsAsPaddingKeepsItsNumber() {
        FakeStudio studio = scene.studio(Layer.FULL, 0);
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        int before = viewer.of(Scene.VP8).get(7).sequence();
        byte[] padding = new byte[12 + 200];
        RtpHeader.write(padding, false, 96, studio.sequence++, 0, studio.videoSsrc);
        padding[0] |= 0x20;
        padding[padding.length - 1] = (byte) 200;
        studio.leg.observer.rtp(padding, 0, padding.length, scene.clock.getAsLong());
        studio.picture(false, 1);
        scene.relay.runDue();

        List<FakeLeg.Sent> video = viewer.of(Scene.VP8);
        assertThat(video).hasSize(10);
        assertThat(video.get(8).payload().limit()).isZero();
        assertThat(video.get(9).sequence()).isEqualTo((before + 2) & 0xffff);
    }

    static int pictureId(FakeLeg.Sent packet) {
        return packet.payload().getShort(2) & 0x7fff;
    }
}
