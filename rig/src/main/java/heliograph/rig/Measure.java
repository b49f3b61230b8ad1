package heliograph.rig;

import java.time.Duration;
import java.util.Map;

/**
 * Prints what a viewer gets, measured in Chromium with the built-in test picture. Arguments: the link, the user and the password,
 * then, if wanted, the seconds (60) and the target bitrate in kbit/s (2500). For a terminal: {@code scripts/measure}.
 */
public final class Measure {
    private Measure() {}

    public static void main(String[] arguments) {
        if (arguments.length < 3) {
            System.err.println("usage: measure URL USER PASSWORD [SECONDS] [KBITS]");
            System.exit(2);
        }
        Duration duration = Duration.ofSeconds(arguments.length > 3 ? Integer.parseInt(arguments[3]) : 60);
        int target = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 2500;
        try (Rig rig = Rig.start();
                Browser browser = Chromium.start(rig.environment());
                Viewer viewer = Viewer.open(browser, arguments[0]).signIn(arguments[1], arguments[2])) {
            Measurement measurement = Measurement.of(viewer, duration);
            Map<String, Double> figures = measurement.figures(target);
            System.out.printf("%-52s %s%n", "codec", measurement.last().codec());
            figures.forEach((name, value) -> System.out.printf("%-52s %.1f%n", name, value));
        }
    }
}
