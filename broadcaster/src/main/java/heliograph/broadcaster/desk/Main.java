package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.link.StudioCommandLine;

/** Starts the program. */
public final class Main {
    public static void main(String[] args) throws InterruptedException {
        Exit exit = new Exit();
        exit.install();
        exit.now(new Desk(StudioCommandLine.MAIN, Surroundings.here(), Terminal.standard(), exit).run(args));
    }

    private Main() {}
}
