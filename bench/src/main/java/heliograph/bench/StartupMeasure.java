package heliograph.bench;

import java.io.IOException;

/** From the command to the link, to on air, to the first picture that a viewer could show. Used from the thread {@code main}. */
final class StartupMeasure {
    static final String LINK = "link printed after (ms)";
    static final String ON_AIR = "on air after (ms)";
    static final String FIRST_PICTURE = "first picture at a viewer after (ms)";

    private static final int LIMIT_SECONDS = 20;

    private StartupMeasure() {}

    static void run(Trial trial) throws IOException, InterruptedException {
        for (int round = 1; round <= trial.plan().starts(); round++) {
            for (MediaPath path : trial.paths()) {
                Trial.say("starting, " + path.option() + ", round " + round);
                once(trial, path);
            }
        }
    }

    private static void once(Trial trial, MediaPath path) throws IOException, InterruptedException {
        try (Program program = trial.startUnready(path);
                // While the program gets ready: a viewer's own start is not the program's.
                ReceiverProcess receivers = ReceiverProcess.start(program)) {
            receivers.awaitFirstFrames(0);
            program.awaitOnAir();
            receivers.join(1);
            boolean came = receivers.awaitFirstFrames(LIMIT_SECONDS).get(0) >= 0;
            double picture = (System.nanoTime() - program.started()) / 1e6;
            if (!came) {
                trial.results().fail(Measure.STARTUP + ", " + path.option() + ": a viewer got no picture");
                return;
            }
            add(trial, path, LINK, program.linkMillis());
            add(trial, path, ON_AIR, program.onAirMillis());
            add(trial, path, FIRST_PICTURE, picture);
        } catch (IOException e) {
            trial.results().fail(Measure.STARTUP + ", " + path.option() + ": " + e.getMessage());
        }
    }

    private static void add(Trial trial, MediaPath path, String name, double value) {
        trial.results().add(Measure.STARTUP, path, 1, name, value);
    }
}
