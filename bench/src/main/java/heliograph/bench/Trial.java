package heliograph.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What every measurement needs: where the program is, how much is to be measured, and where the figures go. Used from the
 * thread {@code main}.
 *
 * @param root the folder of {@code scripts/run}
 * @param paths those that the program has
 */
record Trial(Path root, Plan plan, List<MediaPath> paths, boolean hasRelay, Results results) {
    /** The program, on air, with all its viewers on one path. */
    Program start(MediaPath path) throws IOException, InterruptedException {
        Program program = startUnready(path);
        try {
            return program.awaitOnAir();
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    /** The same as soon as it has printed its link. */
    Program startUnready(MediaPath path) throws IOException, InterruptedException {
        return Program.start(root, hasRelay ? List.of("--path", path.option()) : List.of());
    }

    static void pause(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
    }

    /** Tells whoever waits what is being done. */
    static void say(String what) {
        System.err.println(what + " ...");
    }
}
