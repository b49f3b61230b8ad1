package heliograph.relay.ice;

import heliograph.relay.leg.CandidateType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;

/** Where a remote may be, as it says itself: a {@code candidate} attribute (RFC 8839, section 5.1), read with suspicion. */
public record RemoteCandidate(InetSocketAddress address, CandidateType type) {
    private static final int LONGEST = 700;
    /** No browser and no router uses a lower one; the services that somebody may want to have asked do. */
    private static final int LEAST_PORT = 1024;

    /**
     * The candidate, if a packet may be sent there: UDP, the one component that there is, in figures (a name is passed over, mDNS's
     * too), unicast, and no well-known port.
     */
    public static Optional<RemoteCandidate> read(String attribute) {
        if (attribute.length() > LONGEST) {
            return Optional.empty();
        }
        String text = attribute.strip();
        String[] words = (text.startsWith("candidate:") ? text.substring("candidate:".length()) : text).split(" +", -1);
        if (words.length < 8
                || !words[1].equals("1")
                || !words[2].toLowerCase(Locale.ROOT).equals("udp")
                || !words[6].equals("typ")
                || !words[5].matches("\\d{1,5}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(words[5]);
        if (port < LEAST_PORT || port > 65535) {
            return Optional.empty();
        }
        return IpAddresses.literal(words[4])
                .filter(RemoteCandidate::isUnicast)
                .map(address -> new RemoteCandidate(new InetSocketAddress(address, port), type(words[7])));
    }

    private static CandidateType type(String word) {
        return switch (word) {
            case "host" -> CandidateType.HOST;
            case "srflx" -> CandidateType.SERVER_REFLEXIVE;
            case "relay" -> CandidateType.RELAYED;
            default -> CandidateType.PEER_REFLEXIVE;
        };
    }

    private static boolean isUnicast(InetAddress address) {
        byte[] bytes = address.getAddress();
        // 0.0.0.0/8, and 240.0.0.0/4 with the broadcast in it; a network's own broadcast the system refuses to send to.
        boolean special = bytes.length == 4 && (bytes[0] == 0 || (bytes[0] & 0xF0) == 0xF0);
        return !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress()
                && !special;
    }
}
