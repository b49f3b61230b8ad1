package heliograph.relay.port;

import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One leg's side of ICE-lite: answers checks, follows the remote's nominations, and keeps which addresses are the remote's. On the
 * port's thread; what is selected may be read by any.
 */
final class Checks {
    /** A remote has a handful of addresses; the one that was longest silent makes room. */
    private static final int ADDRESSES = 16;

    /** A browser checks what it uses every 5 s at the latest (RFC 7675, section 5.1). */
    private static final Duration STALE = Duration.ofSeconds(7);

    private static final int ROLE_CONFLICT = 487;
    private static final int UNKNOWN_ATTRIBUTE = 420;

    private final PortLeg leg;
    private final LegCredentials credentials;
    private final Port port;
    private final Map<InetSocketAddress, Long> heardAt = new HashMap<>();
    private volatile @Nullable Path selected;
    private boolean heard;
    private long lastHeard;

    Checks(PortLeg leg, LegCredentials credentials, Port port) {
        this.leg = leg;
        this.credentials = credentials;
        this.port = port;
    }

    /** Where the remote is to be sent to; null before its first check. */
    @Nullable
    Path selected() {
        return selected;
    }

    boolean heard() {
        return heard;
    }

    /** When the last good check came by the selected path, by {@link System#nanoTime}: that is consent (RFC 7675, section 5.1). */
    long lastHeard() {
        return lastHeard;
    }

    /**
     * Answers a binding request (RFC 8445, section 7.3). True, if it was good. A stranger's is not answered at all: a refusal (RFC
     * 8489, section 9.1.3) would only tell him that somebody is there, or another whom he has named as the sender.
     */
    boolean request(Path from, StunMessage request, String ufrag, long now) {
        Optional<byte[]> key = credentials.password(ufrag).map(p -> p.getBytes(StandardCharsets.UTF_8));
        if (key.isEmpty() || !request.hasIntegrity(key.get())) {
            return false;
        }
        List<Integer> unknown = request.notUnderstood();
        if (!unknown.isEmpty()) {
            refuse(from, request, UNKNOWN_ATTRIBUTE, unknown, key.get());
            return false;
        }
        if (request.has(StunMessage.ICE_CONTROLLED)) {
            // Section 7.3.1.1: a lite agent cannot be the controlling one, so the remote must be.
            refuse(from, request, ROLE_CONFLICT, List.of(), key.get());
            return false;
        }
        if (!port.bind(from.remote(), leg)) {
            return false;
        }
        credentials.used(ufrag);
        heardAt.put(from.remote(), now);
        heard = true;
        select(from, request.has(StunMessage.USE_CANDIDATE), now);
        if (from.equals(selected)) {
            lastHeard = now;
        }
        // Last: whoever has the answer is sent to there already.
        answer(from, request, key.get());
        makeRoom();
        return true;
    }

    private static void answer(Path from, StunMessage request, byte[] key) {
        byte[] response = new StunWriter(StunMessage.BINDING_SUCCESS, request.transactionId())
                .xorMappedAddress(from.remote())
                .integrity(key)
                .fingerprint();
        from.send(ByteBuffer.wrap(response));
    }

    private static void refuse(Path from, StunMessage request, int code, List<Integer> unknown, byte[] key) {
        StunWriter response = new StunWriter(StunMessage.BINDING_ERROR, request.transactionId())
                .errorCode(code, code == ROLE_CONFLICT ? "Role Conflict" : "Unknown Attribute");
        if (!unknown.isEmpty()) {
            response.unknownAttributes(unknown);
        }
        from.send(ByteBuffer.wrap(response.integrity(key).fingerprint()));
    }

    /**
     * The last nomination counts (section 7.3.1.5; a remote that changes its mind, or its network, nominates again). Before the
     * first one, and when the selected path has been silent for long, any good check will do.
     */
    private void select(Path from, boolean nominated, long now) {
        Path current = selected;
        if (from.equals(current)) {
            return;
        }
        if (current == null || nominated || now - lastHeard > STALE.toNanos()) {
            selected = from;
        }
    }

    private void makeRoom() {
        while (heardAt.size() > ADDRESSES) {
            Path current = selected;
            InetSocketAddress oldest = heardAt.entrySet().stream()
                    .filter(entry -> current == null || !entry.getKey().equals(current.remote()))
                    .min(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            heardAt.remove(oldest);
            port.unbind(oldest, leg);
        }
    }

    /** None of the addresses is the remote's any longer. */
    void unbind() {
        heardAt.keySet().forEach(address -> port.unbind(address, leg));
        heardAt.clear();
        selected = null;
    }
}
