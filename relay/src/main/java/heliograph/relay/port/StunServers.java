package heliograph.relay.port;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where the STUN servers are: as their names say now, and as they said last while they say nothing, since a name server that does not
 * answer for a moment is no reason to forget the public address. On the thread that looks them up.
 */
final class StunServers {
    private final List<InetSocketAddress> servers;
    private final UnaryOperator<InetSocketAddress> lookUp;
    private final Map<InetSocketAddress, InetSocketAddress> last = new HashMap<>();

    /** @param lookUp gives an unresolved address for a name that nobody knows */
    StunServers(List<InetSocketAddress> servers, UnaryOperator<InetSocketAddress> lookUp) {
        this.servers = servers;
        this.lookUp = lookUp;
    }

    /** Those that were ever found, in their order. */
    List<InetSocketAddress> addresses() {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (InetSocketAddress server : servers) {
            InetSocketAddress found = lookUp.apply(server);
            if (!found.isUnresolved()) {
                last.put(server, found);
            }
            InetSocketAddress known = last.get(server);
            if (known != null) {
                addresses.add(known);
            }
        }
        return addresses;
    }
}
