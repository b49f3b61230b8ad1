package heliograph.relay.forward;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.Relay.Layer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoundLossTest {
    private final Scene scene = new Scene();
    private final FakeStudio studio = scene.studio(Layer.FULL, 0);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theStudioIsToldThatSoundGetsLostOnTheWayToViewersButOfNoLostPacket() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        scene.pictures(studio, 10, 2);
        assertThat(studio.leg.fractionsLost).containsEntry(studio.audioSsrc, 0);

        report(viewer, 13);
        scene.pass(300);
        assertThat(studio.leg.fractionsLost).containsEntry(studio.audioSsrc, 13).containsEntry(studio.videoSsrc, 0);
        assertThat(studio.leg.packetsLost).as("which would cost bitrate").isZero();

        report(viewer, 200);
        scene.pass(300);
        assertThat(studio.leg.fractionsLost).containsEntry(studio.audioSsrc, 25);
    }

    @Test
    void whatWasToldLongAgoOrByWhoHasLeftDoesNotCount() {
        FakeLeg viewer = scene.viewer("v");
        scene.keyFrame(studio);
        scene.pictures(studio, 10, 2);
        report(viewer, 20);
        scene.pass(300);
        assertThat(studio.leg.fractionsLost).containsEntry(studio.audioSsrc, 20);
        scene.relay.endViewer("v");
        scene.pass(300);
        assertThat(studio.leg.fractionsLost).containsEntry(studio.audioSsrc, 0);

        SoundLoss old = new SoundLoss(0.05, 1);
        assertThat(SoundLoss.ofMost(List.of(old), 1 + TimeUnit.SECONDS.toNanos(14)))
                .isEqualTo(0.05);
        assertThat(SoundLoss.ofMost(List.of(old), 1 + TimeUnit.SECONDS.toNanos(15)))
                .isZero();
    }

    @Test
    void aQuarterOfTheViewersCostsTheOthersNothing() {
        assertThat(ofMost()).isZero();
        assertThat(ofMost(0.03)).isEqualTo(0.03);
        assertThat(ofMost(0.01, 0, 0.05)).isEqualTo(0.05);
        assertThat(ofMost(0.09, 0, 0.02, 0.01)).isEqualTo(0.02);
        assertThat(ofMost(0.09, 0.09, 0, 0, 0, 0, 0, 0)).isZero();
        assertThat(ofMost(0.5)).isEqualTo(SoundLoss.MOST);
    }

    private static double ofMost(double... shares) {
        return SoundLoss.ofMost(
                DoubleStream.of(shares)
                        .mapToObj(share -> new SoundLoss(share, 5))
                        .toList(),
                6);
    }

    private void report(FakeLeg viewer, int fraction) {
        int ssrc = viewer.of(Scene.OPUS).get(0).ssrc();
        scene.feedback(viewer, writer -> writer.receptionReport(ssrc, fraction, 1, 100, 0, 0, 0));
    }
}
