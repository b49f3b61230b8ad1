package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.relay.FakeRelay;
import heliograph.broadcaster.desk.settings.Surroundings;
import java.util.Optional;

/** The program with a studio that has no media, and a relay that forwards none. */
final class DeskWithFakeStudio {
    static final String STUDIO = "heliograph.broadcaster.link.FakeStudio";

    public static void main(String[] args) throws InterruptedException {
        Exit exit = new Exit();
        exit.install();
        exit.now(new Desk(
                        STUDIO,
                        Surroundings.here(),
                        Terminal.standard(),
                        exit,
                        settings -> Optional.of((where, observer) -> new FakeRelay()))
                .run(args));
    }

    private DeskWithFakeStudio() {}
}
