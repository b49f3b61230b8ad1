package heliograph.relay.port;

import heliograph.relay.ice.RemoteCandidate;
import heliograph.relay.leg.CandidateType;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What one remote said of its addresses, of the first of them that it named. Any thread. */
final class CandidateTypes {
    private static final int MOST = 32;

    private final Map<InetSocketAddress, CandidateType> named = new ConcurrentHashMap<>();

    void add(RemoteCandidate candidate) {
        if (named.size() < MOST) {
            named.put(candidate.address(), candidate.type());
        }
    }

    CandidateType of(InetSocketAddress address) {
        return named.getOrDefault(address, CandidateType.PEER_REFLEXIVE);
    }
}
