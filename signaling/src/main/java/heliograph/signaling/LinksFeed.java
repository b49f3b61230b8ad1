package heliograph.signaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes on where the page can be opened, to whoever wants to know. Safe for use by many threads. */
final class LinksFeed {
    private final List<Consumer<Links>> listeners = new ArrayList<>();
    private Links latest;

    LinksFeed(Links first) {
        latest = first;
    }

    synchronized Links latest() {
        return latest;
    }

    /** Tells it now, and at each change. */
    synchronized void listen(Consumer<Links> listener) {
        listeners.add(listener);
        listener.accept(latest);
    }

    synchronized void secure(Links.Secure now) {
        Links links = new Links(latest.plain(), Optional.of(now));
        if (!links.equals(latest)) {
            latest = links;
            listeners.forEach(listener -> listener.accept(links));
        }
    }
}
