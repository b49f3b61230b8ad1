package heliograph.relay.port;

import heliograph.relay.ice.LocalCandidate;
import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Under which addresses others see the port: what somebody told, and what STUN servers see of the port's own sockets (RFC 8489,
 * section 2), asked again and again, which keeps a router's mapping. On the port's thread; what is known may be read by any.
 */
final class PublicAddress {
    private static final Logger log = LoggerFactory.getLogger(PublicAddress.class);

    /** RFC 8489, section 6.2.1, with fewer requests: the next server is asked instead. */
    private static final Duration FIRST_RESEND = Duration.ofMillis(500);

    private static final int REQUESTS = 4;
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final PortSettings settings;
    private final SecureRandom random;
    private final Map<LocalSocket, Question> questions = new HashMap<>();
    private final Map<LocalSocket, InetSocketAddress> mapped = new ConcurrentHashMap<>();
    private List<InetSocketAddress> servers = List.of();

    PublicAddress(PortSettings settings, SecureRandom random) {
        this.settings = settings;
        this.random = random;
    }

    /** What one socket is asking. */
    private record Question(int server, @Nullable InetSocketAddress asked, ByteBuffer id, int requests, long next) {}

    /** The servers' addresses, as they are known now. */
    void servers(List<InetSocketAddress> resolved) {
        if (!servers.equals(resolved)) {
            servers = resolved;
            questions.clear();
        }
    }

    /** What others see of the sockets, without what they are anyway. Any thread. */
    List<InetSocketAddress> mapped() {
        return List.copyOf(mapped.values());
    }

    /** What a description is to say beyond the sockets themselves (RFC 8445, section 5.1.1). Any thread. */
    List<LocalCandidate> candidates(Collection<LocalSocket> sockets, int port) {
        List<LocalCandidate> candidates = new ArrayList<>();
        settings.publicAddress()
                .map(told -> told.getPort() == 0 ? new InetSocketAddress(told.getAddress(), port) : told)
                .ifPresent(told -> candidates.add(LocalCandidate.host(told)));
        for (LocalSocket socket : sockets) {
            InetSocketAddress seen = mapped.get(socket);
            if (seen != null
                    && sockets.stream().noneMatch(other -> other.address().equals(seen))) {
                candidates.add(LocalCandidate.reflexive(seen, socket.address()));
            }
        }
        return candidates;
    }

    void tick(long now, Collection<LocalSocket> sockets) {
        questions.keySet().retainAll(sockets);
        mapped.keySet().retainAll(sockets);
        for (LocalSocket socket : sockets) {
            Question question = questions.getOrDefault(socket, new Question(0, null, NONE, 0, now));
            if (now - question.next() >= 0) {
                questions.put(socket, ask(socket, question, now));
            }
        }
    }

    private Question ask(LocalSocket socket, Question question, long now) {
        List<InetSocketAddress> reachable =
                servers.stream().filter(socket::reaches).toList();
        int server = question.server();
        int requests = question.requests();
        ByteBuffer id = question.id();
        if (requests == REQUESTS) {
            server++;
            requests = 0;
        }
        if (server >= reachable.size()) {
            // All were asked, or there are none: what was true before may be true no longer.
            if (mapped.remove(socket) != null) {
                log.warn("{} port: no STUN server answers {} any longer", settings.name(), socket.address());
            }
            return new Question(0, null, NONE, 0, now + settings.stunInterval().toNanos());
        }
        if (requests == 0) {
            byte[] fresh = new byte[12];
            random.nextBytes(fresh);
            id = ByteBuffer.wrap(fresh);
        }
        InetSocketAddress to = reachable.get(server);
        socket.send(ByteBuffer.wrap(new StunWriter(StunMessage.BINDING_REQUEST, id.array()).fingerprint()), to);
        return new Question(server, to, id, requests + 1, now + (FIRST_RESEND.toNanos() << requests));
    }

    /** An answer from anybody; it counts only if it is the asked server's, to what it was asked. */
    void answered(LocalSocket socket, InetSocketAddress from, StunMessage message, long now) {
        Question question = questions.get(socket);
        if (question == null
                || !from.equals(question.asked())
                || !question.id().equals(ByteBuffer.wrap(message.transactionId()))) {
            return;
        }
        message.xorMappedAddress().ifPresent(seen -> {
            if (!seen.equals(mapped.put(socket, seen))) {
                log.info("{} port: {} is seen as {}", settings.name(), socket.address(), seen);
            }
            questions.put(
                    socket,
                    new Question(
                            question.server(),
                            null,
                            NONE,
                            0,
                            now + settings.stunInterval().toNanos()));
        });
    }
}
