package heliograph.rig;

import static org.awaitility.Awaitility.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a viewer of the built-in test picture gets, in figures; a value.
 *
 * @param firstPicture milliseconds from the click on Sign in to the first frame
 * @param ramp how the bitrate rose after the click
 * @param pictures all frames of the time measured
 * @param lipSync flash against beep, from the second second of the picture on
 * @param playoutDifference the browser's own idea of that: its two {@code estimatedPlayoutTimestamp}, apart in milliseconds
 * @param first the statistics at the beginning
 * @param last the statistics at the end
 */
public record Measurement(
        double firstPicture,
        Ramp ramp,
        Pictures pictures,
        LipSync lipSync,
        Samples playoutDifference,
        Received first,
        Received last) {

    // Where a steady state can be taken for granted.
    private static final Duration RAMP = Duration.ofSeconds(10);
    // What the first second is good for: that sound and picture find each other.
    private static final double TOGETHER_AFTER_MILLIS = 1000;

    /**
     * Watches one viewer, who has just clicked on Sign in.
     *
     * @param speakers hears that viewer alone, since before the click
     * @param duration how long, after the first ten seconds
     */
    public static Measurement of(Viewer viewer, SpeakerProbe speakers, Duration duration) {
        List<Received> rise = new ArrayList<>();
        viewer.awaitState("live");
        viewer.picture().start();
        poll(RAMP, Duration.ofMillis(100), () -> rise.add(viewer.received()));
        double click = viewer.picture().lastClick();
        double firstPicture = viewer.picture().firstPictureAfterClick();

        List<Frame> frames = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        List<Frame> all = new ArrayList<>(viewer.picture().take().frames());
        Received first = viewer.received();
        poll(duration, Duration.ofMillis(500), () -> {
            frames.addAll(viewer.picture().take().frames());
            double difference = viewer.received().playoutDifference();
            if (!Double.isNaN(difference)) {
                differences.add(Math.abs(difference));
            }
        });
        Pictures pictures = new Pictures(frames);
        all.addAll(frames);
        List<Double> flashes = new Pictures(all)
                .flashes().stream()
                        .filter(flash -> flash >= click + firstPicture + TOGETHER_AFTER_MILLIS)
                        .toList();
        return new Measurement(
                firstPicture,
                Ramp.of(click, rise),
                pictures,
                LipSync.of(flashes, viewer.picture().byPage(speakers.beeps())),
                Samples.of(differences),
                first,
                viewer.received());
    }

    private static void poll(Duration duration, Duration interval, Runnable look) {
        long end = System.nanoTime() + duration.toNanos();
        with().pollInterval(interval).await().atMost(duration.plusSeconds(30)).until(() -> {
            look.run();
            return System.nanoTime() >= end;
        });
    }

    /** How often the browser says that the picture froze while it was measured. */
    public double freezes() {
        return last.video("freezeCount") - first.video("freezeCount");
    }

    /** Frames a second that were decoded. */
    public double rate() {
        return (last.video("framesDecoded") - first.video("framesDecoded")) * 1000 / (last.now() - first.now());
    }

    /** kbit/s of video. */
    public double bitrate() {
        return (last.video("bytesReceived") - first.video("bytesReceived")) * 8 / (last.now() - first.now());
    }

    /** Every figure by its name. */
    public Map<String, Double> figures(int target) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("first picture after the click (ms)", firstPicture);
        figures.put("90 % of the target bitrate after the click (ms)", ramp.reached(0.9 * target));
        figures.put("highest bitrate in the first 10 s (kbit/s)", ramp.highest());
        put(figures, "latency", pictures.latency());
        put(figures, "flash against beep, apart", lipSync.distance());
        figures.put(
                "flash against beep, sound late by p50 (ms)", lipSync.signed().p50());
        put(figures, "estimatedPlayoutTimestamp, apart", playoutDifference);
        put(figures, "between frames", pictures.gaps());
        figures.put("frames presented", (double) pictures.frames().size());
        figures.put("frame numbers lost", (double) pictures.lost());
        figures.put("freezes", freezes());
        figures.put("frames a second", rate());
        figures.put("bitrate (kbit/s)", bitrate());
        figures.put("packets lost", last.video("packetsLost"));
        return figures;
    }

    private static void put(Map<String, Double> figures, String name, Samples samples) {
        figures.put(name + ", p50 (ms)", samples.p50());
        figures.put(name + ", p95 (ms)", samples.p95());
        figures.put(name + ", max (ms)", samples.max());
    }
}
