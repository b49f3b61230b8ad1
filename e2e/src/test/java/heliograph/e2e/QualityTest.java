package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.rig.Browser;
import heliograph.rig.Chromium;
import heliograph.rig.FakeCamera;
import heliograph.rig.FakeMicrophone;
import heliograph.rig.Measurement;
import heliograph.rig.Rig;
import heliograph.rig.SpeakerProbe;
import heliograph.rig.Viewer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * How far behind, how far apart, how soon. The figures go to {@code target/figures.json}; what is asserted is so wide that only
 * a fault breaks it, not a busy machine.
 */
@Isolated("its figures are measured")
class QualityTest {
    private static final int BITRATE = 2500;

    /** A clock that is misread, or a queue that grows for ever, is beyond it. */
    private static final double MOST_MILLIS = 10_000;

    @Test
    void theTestPictureComesSoonAndKeepsUpAndItsBeepsGoWithItsFlashes() {
        try (Rig rig = Rig.start();
                Browser browser = Chromium.start(rig.environment());
                App app = App.start(rig, "--camera", "test", "--microphone", "test");
                SpeakerProbe speakers = SpeakerProbe.start(rig);
                Viewer viewer = Viewer.open(browser, app.url()).signIn(App.USER, App.PASSWORD)) {
            Measurement measurement = Measurement.of(viewer, speakers, Duration.ofSeconds(20));
            measurement.figures(BITRATE).forEach((name, value) -> Figures.put("test source: " + name, value));

            assertThat(measurement.firstPicture()).isPositive();
            assertThat(measurement.pictures().latency().p50()).isBetween(1.0, MOST_MILLIS);
            assertThat(measurement.lipSync().offsets()).isNotEmpty();
            assertThat(measurement.lipSync().distance().p50()).isBetween(0.0, MOST_MILLIS);
            assertThat(measurement.playoutDifference().p50()).isBetween(0.0, MOST_MILLIS);
            assertThat(measurement.pictures().backwards()).isZero();
        }
    }

    @Test
    void aCameraAndAMicrophonePlayOutTogether() {
        try (Rig rig = Rig.start();
                Browser browser = Chromium.start(rig.environment());
                App app = App.start(rig, "--camera", FakeCamera.A.name(), "--microphone", FakeMicrophone.A.name());
                SpeakerProbe speakers = SpeakerProbe.start(rig);
                Viewer viewer = Viewer.open(browser, app.url()).signIn(App.USER, App.PASSWORD)) {
            Measurement measurement = Measurement.of(viewer, speakers, Duration.ofSeconds(10));
            Figures.put("devices: first picture after the click (ms)", measurement.firstPicture());
            Figures.put(
                    "devices: latency, p50 (ms)",
                    measurement.pictures().latency().p50());
            Figures.put(
                    "devices: latency, p95 (ms)",
                    measurement.pictures().latency().p95());
            Figures.put(
                    "devices: estimatedPlayoutTimestamp, apart, p50 (ms)",
                    measurement.playoutDifference().p50());
            Figures.put(
                    "devices: estimatedPlayoutTimestamp, apart, p95 (ms)",
                    measurement.playoutDifference().p95());

            assertThat(measurement.pictures().latency().p50()).isBetween(1.0, MOST_MILLIS);
            assertThat(measurement.playoutDifference().p50()).isBetween(0.0, MOST_MILLIS);
        }
    }
}
