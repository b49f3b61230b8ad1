package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.relay.PortRelay;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.link.StudioCommandLine;
import heliograph.signaling.admin.Administration;
import heliograph.signaling.admin.Typist;
import java.time.InstantSource;

/** Starts the program, or carries out one of its commands. */
public final class Main {
    public static void main(String[] args) throws InterruptedException {
        if (Administration.isMeant(args)) {
            System.exit(administration(Surroundings.here(), Terminal.standard()).run(args));
        }
        if (CheckCommand.isMeant(args)) {
            Terminal terminal = Terminal.standard();
            LogSettings.toStandardError(terminal.err());
            System.exit(new CheckCommand(Surroundings.here(), terminal).run(args));
        }
        Exit exit = new Exit();
        exit.install();
        exit.now(new Desk(StudioCommandLine.MAIN, Surroundings.here(), Terminal.standard(), exit, PortRelay::of)
                .run(args));
    }

    /** Without the studio, the window and the log: it works on the data folder alone. */
    private static Administration administration(Surroundings here, Terminal terminal) {
        return new Administration(
                terminal.out(),
                terminal.err(),
                Typist.ofThisProcess(),
                here.chosenDataFolder(),
                here.chosenLanguage(),
                InstantSource.system());
    }

    private Main() {}
}
