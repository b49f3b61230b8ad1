package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.desk.check.Connecting;
import heliograph.broadcaster.link.Timeline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether there is a way to the Internet: a TCP connection to any of a few addresses is proof. Lives on a
 * timeline of its own, since it waits.
 */
public final class NetworkCheck {
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(NetworkCheck.class);

    private final List<InetSocketAddress> addresses;
    private final Duration timeout;
    private final Timeline timeline;
    private final Consumer<Boolean> listener;
    private boolean online = true;

    public NetworkCheck(
            List<InetSocketAddress> addresses, Duration timeout, Timeline timeline, Consumer<Boolean> listener) {
        this.addresses = List.copyOf(addresses);
        this.timeout = timeout;
        this.timeline = timeline;
        this.listener = listener;
    }

    /** Looks now and every ten seconds; with no address to try, never. */
    public void start() {
        if (!addresses.isEmpty()) {
            timeline.run(this::look);
        }
    }

    private void look() {
        timeline.later(PERIOD, this::look);
        boolean found = addresses.stream().anyMatch(this::answers);
        if (found != online) {
            online = found;
            LOG.debug("network: {}", found ? "connected to the Internet" : "not connected to the Internet");
        }
        listener.accept(found);
    }

    private boolean answers(InetSocketAddress address) {
        try (Socket socket = Connecting.to(address, timeout)) {
            LOG.trace("network: {} answers", socket.getRemoteSocketAddress());
            return true;
        } catch (IOException e) {
            LOG.debug("network: {} does not answer", address, e);
            return false;
        }
    }
}
