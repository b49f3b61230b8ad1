package heliograph.signaling.http;

import heliograph.signaling.auth.Visitor;
import java.util.HashMap;
import java.util.Map;

/**
 * How many places each network, and each site of many, holds at the same time: connections to the server, or requests and
 * sockets through a trusted proxy. Safe for use by many threads.
 */
final class Places {
    /** So many times as much as one network have all those of a site together; of places, and of connections in a second. */
    static final int NETWORKS_OF_SITE = 2;

    private final int most;
    private final Map<String, Integer> byNetwork = new HashMap<>();
    private final Map<String, Integer> bySite = new HashMap<>();

    /** {@code most} are one network's. */
    Places(int most) {
        this.most = most;
    }

    /** How many a network may have. */
    int most() {
        return most;
    }

    /** Takes one, where there is one left. */
    synchronized boolean take(Visitor visitor) {
        if (byNetwork.getOrDefault(visitor.network(), 0) >= most
                || bySite.getOrDefault(visitor.site(), 0) >= NETWORKS_OF_SITE * most) {
            return false;
        }
        byNetwork.merge(visitor.network(), 1, Integer::sum);
        bySite.merge(visitor.site(), 1, Integer::sum);
        return true;
    }

    /** Gives one back that was taken. */
    synchronized void leave(Visitor visitor) {
        byNetwork.computeIfPresent(visitor.network(), (key, count) -> count == 1 ? null : count - 1);
        bySite.computeIfPresent(visitor.site(), (key, count) -> count == 1 ? null : count - 1);
    }
}
