package heliograph.signaling.http;

import heliograph.signaling.auth.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many places each network, and each home and site of many, holds at the same time: connections to the server, or requests and
 * sockets through a trusted proxy. Safe for use by many threads.
 */
final class Places {
    /** So many times as much as one network have all those of a home together; of places, and of connections in a second. */
    static final int NETWORKS_OF_HOME = 2;
    /** And all those of a site: more than one home, so that there is something left for the neighbours. */
    static final int NETWORKS_OF_SITE = 3;

    private final List<Count> counts;
    private final int most;

    /** {@code most} are one network's. */
    Places(int most) {
        this.most = most;
        counts = IntStream.of(1, NETWORKS_OF_HOME, NETWORKS_OF_SITE)
                .mapToObj(times -> new Count(times * most, new HashMap<>()))
                .toList();
    }

    /** How many a network may have. */
    int most() {
        return most;
    }

    /** Takes one, where there is one left. */
    synchronized boolean take(Visitor visitor) {
        List<String> prefixes = visitor.prefixes();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i).isFull(prefixes.get(i))) {
                return false;
            }
        }
        for (int i = 0; i < counts.size(); i++) {
            counts.get(i).held.merge(prefixes.get(i), 1, Integer::sum);
        }
        return true;
    }

    /** Gives one back that was taken. */
    synchronized void leave(Visitor visitor) {
        List<String> prefixes = visitor.prefixes();
        for (int i = 0; i < counts.size(); i++) {
            counts.get(i).held.computeIfPresent(prefixes.get(i), (key, count) -> count == 1 ? null : count - 1);
        }
    }

    private record Count(int most, Map<String, Integer> held) {
        boolean isFull(String prefix) {
            return held.getOrDefault(prefix, 0) >= most;
        }
    }
}
