package heliograph.rig;

import java.time.Duration;
import java.util.Map;

/**
 * Prints what a viewer gets, measured in Chromium with the built-in test picture. Arguments: the link, then, if
 * wanted, the seconds (60) and the target bitrate in kbit/s (2500). The account comes from {@code HELIOGRAPH_USER} and
 * {@code HELIOGRAPH_PASSWORD}: everybody on a machine can read a command line. For a terminal: {@code scripts/measure}.
 */
public final class Measure {
    private Measure() {}

    public static void main(String[] arguments) {
        String user = System.getenv("HELIOGRAPH_USER");
        String password = System.getenv("HELIOGRAPH_PASSWORD");
        if (arguments.length < 1 || user == null || password == null) {
            System.err.println("usage: HELIOGRAPH_USER=... HELIOGRAPH_PASSWORD=... measure URL [SECONDS] [KBITS]");
            System.exit(2);
        }
        Duration duration = Duration.ofSeconds(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60);
        int target = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2500;
        try (Rig rig = Rig.start();
                Browser browser = Chromium.start(rig.environment());
                SpeakerProbe speakers = SpeakerProbe.start(rig);
                Viewer viewer = Viewer.open(browser, arguments[0]).signIn(user, password)) {
            Measurement measurement = Measurement.of(viewer, speakers, duration);
            Map<String, Double> figures = measurement.figures(target);
            System.out.printf("%-52s %s%n", "codec", measurement.last().codec());
            figures.forEach((name, value) -> System.out.printf("%-52s %.1f%n", name, value));
        }
    }
}
