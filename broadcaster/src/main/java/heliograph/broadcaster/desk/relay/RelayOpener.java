package heliograph.broadcaster.desk.relay;

import heliograph.broadcaster.desk.settings.RelaySettings;
import heliograph.relay.Relay;
import heliograph.relay.RelayObserver;
import java.io.IOException;

/** Opens the relay's port. Any thread; may take a moment. */
@FunctionalInterface
public interface RelayOpener {
    /**
     * The relay, which is told of by this observer.
     *
     * @throws IOException when it cannot listen there; the message is the system's
     */
    Relay open(RelaySettings settings, RelayObserver observer) throws IOException;
}
