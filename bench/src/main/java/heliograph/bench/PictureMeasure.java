package heliograph.bench;

import heliograph.rig.Browser;
import heliograph.rig.Chromium;
import heliograph.rig.Firefox;
import heliograph.rig.Measurement;
import heliograph.rig.Rig;
import heliograph.rig.SpeakerProbe;
import heliograph.rig.Viewer;
import java.io.IOException;
import java.time.Duration;

/** What a person at a real browser sees and hears, by the clock in the picture. Used from the thread {@code main}. */
final class PictureMeasure {
    static final String LATENCY_P50 = "capture to display, p50 (ms)";
    static final String LIP_SYNC_P95 = "sound and picture apart from the second second on, p95 (ms)";
    static final String FIRST_PICTURE = "first picture after the click (ms)";

    private final Trial trial;
    private final Measure measure;
    private final Rig rig;
    private final Browser browser;

    private PictureMeasure(Trial trial, Measure measure, Rig rig, Browser browser) {
        this.trial = trial;
        this.measure = measure;
        this.rig = rig;
        this.browser = browser;
    }

    static void inChromium(Trial trial) throws IOException, InterruptedException {
        try (Rig rig = Rig.start();
                Browser browser = Chromium.start(rig.environment())) {
            new PictureMeasure(trial, Measure.PICTURE, rig, browser)
                    .run(trial.plan().chromiumRounds());
        }
    }

    static void inFirefox(Trial trial) throws IOException, InterruptedException {
        try (Rig rig = Rig.start();
                Browser browser = Firefox.start(rig.environment())) {
            new PictureMeasure(trial, Measure.FIREFOX, rig, browser)
                    .run(trial.plan().firefoxRounds());
        }
    }

    private void run(int rounds) throws IOException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            for (MediaPath path : trial.paths()) {
                Trial.say("watching, " + measure.title() + ", " + path.option() + ", round " + round);
                try (Program program = trial.start(path)) {
                    once(path, program);
                } catch (IOException | RuntimeException | AssertionError e) {
                    trial.results().fail(measure + ", " + path.option() + ": " + e.getMessage());
                }
            }
        }
    }

    private void once(MediaPath path, Program program) throws IOException {
        try (SpeakerProbe speakers = SpeakerProbe.start(rig);
                Viewer viewer = Viewer.open(browser, program.url()).signIn(Program.USER, program.password())) {
            Measurement seen = Measurement.of(
                    viewer, speakers, Duration.ofSeconds(trial.plan().pictureSeconds()));
            boolean relayed = viewer.tab()
                    .evaluate("heliographProbe.peers.at(-1).remoteDescription.sdp.includes('a=ice-lite')")
                    .getAsBoolean();
            if (relayed != (path == MediaPath.RELAY)) {
                throw new IOException("the picture came by the other path");
            }
            if (seen.pictures().frames().isEmpty()) {
                throw new IOException("no picture was shown");
            }
            Sink sink = (name, value) -> trial.results().add(measure, path, 1, name, value);
            sink.add(LATENCY_P50, seen.pictures().latency().p50());
            sink.add("capture to display, p95 (ms)", seen.pictures().latency().p95());
            sink.add("capture to display, max (ms)", seen.pictures().latency().max());
            sink.add(
                    "sound and picture apart from the second second on, p50 (ms)",
                    seen.lipSync().distance().p50());
            sink.add(LIP_SYNC_P95, seen.lipSync().distance().p95());
            sink.add("sound late by, p50 (ms)", seen.lipSync().signed().p50());
            sink.add(FIRST_PICTURE, seen.firstPicture());
            sink.add(
                    "90 % of the target bitrate after the click (ms)",
                    seen.ramp().reached(0.9 * Program.BITRATE));
            sink.add("frames a second", seen.rate());
            sink.add("frames lost", seen.pictures().lost());
            sink.add("freezes", seen.freezes());
            sink.add("longest time between frames (ms)", seen.pictures().gaps().max());
        }
    }

    @FunctionalInterface
    private interface Sink {
        void add(String name, double value);
    }
}
