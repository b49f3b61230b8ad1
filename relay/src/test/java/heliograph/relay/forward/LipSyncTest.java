package heliograph.relay.forward;

import static heliograph.relay.forward.TestClock.millis;
import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.Relay.Layer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What viewers are told by sender reports of which sound belongs to which picture. */
class LipSyncTest {
    private static final double ENCODING = 12;

    private final Scene scene = new Scene();
    private final FakeStudio studio = scene.studio(Layer.FULL, 0);

    @AfterEach
    void close() {
        scene.close();
    }

    /** Pictures come 12 ms after they were captured, sound at once, as libwebrtc counts it. */
    private void play(FakeStudio from, double milliseconds) {
        for (double passed = 0; passed < milliseconds; passed += 20) {
            from.picture(passed == 0, 2, scene.clock.getAsLong() - millis(ENCODING), 1000);
            from.sound();
            scene.pass(20);
        }
    }

    @Test
    void bothTracksAreReportedWithTheFirstPacketsAndTwiceASecond() {
        play(studio, 1020);
        FakeLeg viewer = scene.viewer("v");
        play(studio, 40);
        assertThat(viewer.reports).hasSize(2);
        play(studio, 3000);
        assertThat(viewer.reports).hasSizeBetween(12, 14);
    }

    @Test
    void anEncoderThatTakesLongForItsFirstPictureIsNoLateClock() {
        FakeLeg viewer = scene.viewer("v");
        double start = 250;
        studio.picture(true, 2, scene.clock.getAsLong() - millis(start), 1000);
        studio.sound();
        scene.pass(20);
        for (double passed = 0; passed < 1500; passed += 20) {
            // It catches up within a quarter of a second.
            double late = Math.max(ENCODING, start - passed);
            studio.picture(false, 2, scene.clock.getAsLong() - millis(late), 1000);
            studio.sound();
            scene.pass(20);
        }
        assertThat(apart(viewer, 0)).isBetween(-2.0, ENCODING + 2);
    }

    @Test
    void withTheStudiosReportsOfVideoAlonePictureAndSoundAreTogetherWithinTwoMilliseconds() {
        play(studio, 500);
        studio.report(true);
        FakeLeg viewer = scene.viewer("v");
        play(studio, 1500);
        assertThat(apart(viewer, 0)).isBetween(-2.0, 2.0);
        assertThat(apart(viewer, 1)).isBetween(-2.0, 2.0);
    }

    @Test
    void withoutAnyReportTheyAreAsFarApartAsTheyComeAndThenGetTogetherWithoutAJump() {
        FakeLeg viewer = scene.viewer("v");
        play(studio, 1100);
        assertThat(apart(viewer, 0)).isBetween(ENCODING - 2, ENCODING + 2);
        double before = ENCODING;
        for (int i = 0; i < 10; i++) {
            studio.report(true);
            studio.report(false);
            play(studio, 1000);
            double now = apart(viewer, last(viewer));
            assertThat(Math.abs(now - before)).isLessThan(6.5);
            before = now;
        }
        assertThat(before).isBetween(-2.0, 2.0);
    }

    @Test
    void aReportByAClockThatIsNotTheOtherTracksIsNotBelieved() {
        play(studio, 500);
        studio.audioTicks += 48_000 * 3;
        studio.report(false);
        studio.audioTicks -= 48_000 * 3;
        FakeLeg viewer = scene.viewer("v");
        play(studio, 1000);
        assertThat(apart(viewer, 0)).isBetween(-2.0, ENCODING + 2);
    }

    @Test
    void theyStayTogetherAcrossAStudioThatWasStartedAgain() {
        play(studio, 500);
        studio.report(true);
        FakeLeg viewer = scene.viewer("v");
        play(studio, 1000);
        FakeStudio again = scene.studio(Layer.FULL, 5);
        play(again, 200);
        again.report(true);
        play(again, 5000);
        assertThat(apart(viewer, last(viewer))).isBetween(-2.0, 2.0);
    }

    /** Of the reports that there are of both. */
    private static int last(FakeLeg viewer) {
        return (int) viewer.reports.stream()
                        .collect(Collectors.groupingBy(FakeLeg.Report::ssrc, Collectors.counting()))
                        .values()
                        .stream()
                        .mapToLong(count -> count)
                        .min()
                        .orElseThrow()
                - 1;
    }

    /** By how many milliseconds the picture is said to be later than it was, against the sound; by the n-th report of each track. */
    private double apart(FakeLeg viewer, int report) {
        return late(viewer, Scene.VP8, report, 90, ENCODING) - late(viewer, Scene.OPUS, report, 48, 0);
    }

    private double late(FakeLeg viewer, int payloadType, int report, int ticksPerMilli, double delay) {
        List<FakeLeg.Sent> packets = viewer.of(payloadType);
        int ssrc = packets.get(0).ssrc();
        FakeLeg.Report said = viewer.reports.stream()
                .filter(each -> each.ssrc() == ssrc)
                .toList()
                .get(report);
        FakeLeg.Sent packet = packets.stream()
                .filter(each -> each.at() <= said.at())
                .reduce((first, second) -> second)
                .orElseThrow();
        double captured = packet.at() / 1e6 - delay;
        double ntp =
                NtpTime.toNanos(said.ntp()) / 1e6 - NtpTime.toNanos(new NtpTime(scene.clock.instant(), 0).at(0)) / 1e6;
        double start = startOfClock();
        return ntp + start + (double) (packet.timestamp() - said.timestamp()) / ticksPerMilli - captured;
    }

    /** What the relay's clock said when the relay was made. */
    private static double startOfClock() {
        return new TestClock().getAsLong() / 1e6;
    }
}
