package heliograph.relay.port;

import heliograph.relay.ice.IceCredentials;
import heliograph.relay.leg.RemoteTransport;
import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One leg's side of ICE-lite: answers checks, follows the remote's nominations as soon as what is nominated has answered a check of
 * ours, and keeps which addresses are the remote's. On the port's thread; what is selected may be read by any.
 */
final class Checks {
    /** A remote has a handful of addresses, and we have one or two for each; the pair that was longest silent makes room. */
    private static final int PAIRS = 32;

    /** Nearly two intervals: what answers no more gives way to what does. */
    private static final Duration STALE = Duration.ofSeconds(7);

    /** So long an address is kept for whoever has spoken from it and not answered yet. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final int ROLE_CONFLICT = 487;
    private static final int UNKNOWN_ATTRIBUTE = 420;

    private final PortLeg leg;
    private final LegCredentials credentials;
    private final Port port;
    private final SecureRandom random = new SecureRandom();
    private final Map<Path, CandidatePair> pairs = new HashMap<>();
    private @Nullable CandidatePair current;
    private volatile @Nullable Path selected;
    private @Nullable IceCredentials remote;
    /** Until the remote's checks are of the new ones (RFC 8445, section 2.4), it answers to those. */
    private @Nullable IceCredentials earlierRemote;

    private boolean heard;
    private long answers;

    Checks(PortLeg leg, LegCredentials credentials, Port port) {
        this.leg = leg;
        this.credentials = credentials;
        this.port = port;
    }

    /** Where the remote is to be sent to; null before it has answered a check. */
    @Nullable
    Path selected() {
        return selected;
    }

    /** Whether a good check came. */
    boolean heard() {
        return heard;
    }

    /**
     * How many of our checks were answered: that is consent (RFC 7675, section 5.1). By whichever pair: one that is selected and does not
     * answer gives way to one that does.
     */
    long answers() {
        return answers;
    }

    /** What the remote says of itself: now it can be asked, and so can those of its addresses that spoke before. */
    void described(RemoteTransport description, long now) {
        IceCredentials told = new IceCredentials(description.iceUfrag(), description.icePwd());
        if (!told.equals(remote)) {
            earlierRemote = remote;
            remote = told;
        }
        pairs.values().forEach(pair -> triggered(pair, now));
    }

    private void triggered(CandidatePair pair, long now) {
        IceCredentials told = toldOf(pair);
        if (told != null) {
            pair.triggered(told, random, now);
        }
    }

    private @Nullable IceCredentials toldOf(CandidatePair pair) {
        IceCredentials earlier = earlierRemote;
        return earlier != null && earlier.ufrag().equals(pair.theirs()) ? earlier : remote;
    }

    /**
     * Answers a binding request (RFC 8445, section 7.3). A stranger's is not answered at all: a refusal (RFC
     * 8489, section 9.1.3) would only tell him that somebody is there, or another whom he has named as the sender.
     */
    void request(Path from, StunMessage request, String ufrag, long now) {
        Optional<byte[]> key = credentials.password(ufrag).map(p -> p.getBytes(StandardCharsets.UTF_8));
        if (key.isEmpty() || !request.hasIntegrity(key.get())) {
            return;
        }
        List<Integer> unknown = request.notUnderstood();
        if (!unknown.isEmpty()) {
            refuse(from, request, UNKNOWN_ATTRIBUTE, unknown, key.get());
            return;
        }
        if (request.has(StunMessage.ICE_CONTROLLED)) {
            // Section 7.3.1.1: a lite agent cannot be the controlling one, so the remote must be.
            refuse(from, request, ROLE_CONFLICT, List.of(), key.get());
            return;
        }
        if (!port.bind(from.remote(), leg, now)) {
            return;
        }
        credentials.used(ufrag);
        heard = true;
        CandidatePair pair = pairs.computeIfAbsent(from, path -> new CandidatePair(path, now));
        String username = request.username().orElse("");
        pair.heard(ufrag, username.substring(ufrag.length() + 1), request.has(StunMessage.USE_CANDIDATE), now);
        // One that has not answered for longer is asked first.
        if (pair.answeredWithin(STALE, now)) {
            select(pair, now);
        }
        // Ours goes first, so that its answer is here before what the remote sends when it has ours.
        triggered(pair, now);
        answer(from, request, key.get());
        makeRoom();
    }

    /** An answer to a check of ours, or to nobody's. True, if it gives a path where there was none. */
    boolean answered(Path from, StunMessage answer, long now) {
        CandidatePair pair = pairs.get(from);
        if (pair == null || !pair.answered(answer, now)) {
            return false;
        }
        answers++;
        boolean first = current == null;
        select(pair, now);
        return first;
    }

    void tick(long now) {
        for (CandidatePair pair : pairs.values()) {
            IceCredentials told = toldOf(pair);
            if (told != null) {
                pair.tick(told, pair == current, random, now);
            }
        }
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
     * first one, and when what is selected has not answered for long, any that answers will do.
     */
    private void select(CandidatePair pair, long now) {
        CandidatePair before = current;
        if (before == null || pair.nominatedAfter(before) || !before.answeredWithin(STALE, now)) {
            current = pair;
            selected = pair.path();
        }
    }

    /** Gives an address away to another leg, unless somebody there answers this one, or may be about to. False, if it is kept. */
    boolean letGo(InetSocketAddress address, long now) {
        List<CandidatePair> there = pairs.values().stream()
                .filter(pair -> pair.path().remote().equals(address))
                .toList();
        if (there.stream().anyMatch(pair -> pair.isNew(GRACE, now) || pair.answeredWithin(STALE, now))) {
            return false;
        }
        there.forEach(pair -> pairs.remove(pair.path()));
        if (there.contains(current)) {
            current = null;
            selected = null;
        }
        return true;
    }

    private void makeRoom() {
        while (pairs.size() > PAIRS) {
            CandidatePair oldest = pairs.values().stream()
                    .filter(pair -> pair != current)
                    .min(Comparator.comparingLong(CandidatePair::heardAt))
                    .orElseThrow();
            pairs.remove(oldest.path());
            boolean needed = pairs.keySet().stream()
                    .anyMatch(path -> path.remote().equals(oldest.path().remote()));
            if (!needed) {
                port.unbind(oldest.path().remote(), leg);
            }
        }
    }

    /** None of the addresses is the remote's any longer. */
    void unbind() {
        pairs.keySet().forEach(path -> port.unbind(path.remote(), leg));
        pairs.clear();
        current = null;
        selected = null;
    }
}
