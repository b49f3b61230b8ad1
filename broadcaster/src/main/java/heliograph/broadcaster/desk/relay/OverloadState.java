package heliograph.broadcaster.desk.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whether the relay's machine does not keep up. Any thread; guarded by itself. */
final class OverloadState {
    private final List<Consumer<Boolean>> listeners = new ArrayList<>();
    private boolean overloaded;

    /** From now on it is so. */
    synchronized void set(boolean now) {
        overloaded = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    /** Tells it now and each time it is set, one after the other: a listener hands over and returns at once. */
    synchronized void listen(Consumer<Boolean> listener) {
        listeners.add(listener);
        listener.accept(overloaded);
    }
}
