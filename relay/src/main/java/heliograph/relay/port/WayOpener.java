package heliograph.relay.port;

import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens a router's port for the checks of one remote, which ICE-lite does not do by checks of its own: an empty STUN message from
 * each socket to each of the remote's candidates, a few times, as any may be lost. On the port's thread.
 *
 * <p>A remote names the candidates as it likes, so there is a limit to how many packets it can have sent, and where to, and they are
 * as small as packets can be.
 */
final class WayOpener {
    private static final int CANDIDATES = 16;
    private static final int TIMES = 4;
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private final SecureRandom random = new SecureRandom();
    private final Map<InetSocketAddress, Sent> candidates = new HashMap<>();
    private volatile boolean restarted;

    private record Sent(int times, long at) {}

    /** One candidate; without effect beyond the limit, or if it is known. */
    void add(InetSocketAddress candidate) {
        if (restarted) {
            restarted = false;
            candidates.clear();
        }
        if (candidates.size() < CANDIDATES) {
            candidates.putIfAbsent(candidate, new Sent(0, 0));
        }
    }

    /** After an ICE restart there are other candidates. Any thread. */
    void again() {
        restarted = true;
    }

    void tick(long now, Collection<LocalSocket> sockets) {
        candidates.replaceAll((to, sent) -> {
            boolean tooEarly = sent.times() > 0 && now - sent.at() < BETWEEN.toNanos();
            if (sent.times() >= TIMES || tooEarly) {
                return sent;
            }
            byte[] id = new byte[12];
            random.nextBytes(id);
            byte[] indication = new StunWriter(StunMessage.BINDING_INDICATION, id).fingerprint();
            sockets.stream()
                    .filter(socket -> socket.reaches(to))
                    .forEach(socket -> socket.send(ByteBuffer.wrap(indication), to));
            return new Sent(sent.times() + 1, now);
        });
    }
}
