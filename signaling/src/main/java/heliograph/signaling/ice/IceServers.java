package heliograph.signaling.ice;

import heliograph.signaling.protocol.IceServer;
import heliograph.signaling.room.IceServerSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The STUN and TURN servers of this run. Immutable; any thread.
 *
 * @param stun URLs of STUN servers
 * @param turn URLs of TURN servers
 * @param credentials what all of these TURN servers ask for; null only when there are none
 */
public record IceServers(
        List<String> stun, List<String> turn, @Nullable TurnCredentials credentials) implements IceServerSource {
    /** For members on the same network. */
    public static final IceServers NONE = new IceServers(List.of(), List.of(), null);

    public IceServers {
        stun = List.copyOf(stun);
        turn = List.copyOf(turn);
        if (!turn.isEmpty() && credentials == null) {
            throw new IllegalArgumentException("a TURN server without credentials");
        }
    }

    @Override
    public List<IceServer> of(String member, Instant now) {
        List<IceServer> servers = new ArrayList<>();
        stun.forEach(url -> servers.add(new IceServer(List.of(url), null, null)));
        if (credentials != null && !turn.isEmpty()) {
            servers.add(credentials.issue(turn, member, now));
        }
        return servers;
    }

    @Override
    public Optional<Duration> lifetime() {
        return credentials == null || turn.isEmpty() ? Optional.empty() : credentials.lifetime();
    }
}
