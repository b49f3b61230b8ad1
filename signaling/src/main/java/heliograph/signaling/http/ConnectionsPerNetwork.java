package heliograph.signaling.http;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what one network opens beyond its share, so that nobody alone takes all the connections there are: neither new
 * viewers nor the studio would get in any more. Safe for use by many threads.
 */
final class ConnectionsPerNetwork implements Connection.Listener {
    private static final Logger log = LoggerFactory.getLogger(ConnectionsPerNetwork.class);

    private final int most;
    private final Map<String, Integer> open = new HashMap<>();

    ConnectionsPerNetwork(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        String network = network(connection);
        int count;
        synchronized (open) {
            count = open.merge(network, 1, Integer::sum);
        }
        if (count > most) {
            if (count == most + 1) {
                log.warn("connections from {}: {} are open, more are closed", network, most);
            }
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        synchronized (open) {
            open.computeIfPresent(network(connection), (network, count) -> count == 1 ? null : count - 1);
        }
    }

    private static String network(Connection connection) {
        return NetworkOf.remote(connection.getEndPoint().getRemoteSocketAddress());
    }
}
