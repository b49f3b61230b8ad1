package heliograph.broadcaster.link;

import java.util.ArrayList;
import java.util.List;

/** A run that keeps what it is told, and says what the test makes it say. Lives on the test's thread. */
final class FakeRun implements StudioRun {
    final List<StudioCommand> commands = new ArrayList<>();
    final Listener listener;
    boolean killed;
    boolean closed;

    FakeRun(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void send(StudioCommand command) {
        commands.add(command);
    }

    @Override
    public void kill() {
        killed = true;
    }

    @Override
    public void close() {
        closed = true;
    }

    void ready() {
        listener.event(new StudioEvent.Ready(StudioEvent.VERSION));
    }

    void pulse() {
        listener.event(new StudioEvent.Pulse());
    }
}
