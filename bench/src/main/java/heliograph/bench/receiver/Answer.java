package heliograph.bench.receiver;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * What an answer says of the transport; a value.
 *
 * @param ufrag RFC 8839, section 5.4
 * @param pwd the password to that
 * @param fingerprint of the sender's certificate, without the algorithm
 * @param active whether the sender begins the handshake (RFC 5763, section 5)
 * @param lite whether the sender is ICE-lite: what tells the relay from the studio
 * @param candidates the UDP ones of IPv4
 */
record Answer(
        String ufrag,
        String pwd,
        String fingerprint,
        boolean active,
        boolean lite,
        List<InetSocketAddress> candidates) {
    Answer {
        candidates = List.copyOf(candidates);
    }

    static Answer parse(String sdp) {
        return new Answer(
                value(sdp, "ice-ufrag"),
                value(sdp, "ice-pwd"),
                value(sdp, "fingerprint").replaceFirst("(?i)^sha-256 +", ""),
                value(sdp, "setup").equals("active"),
                sdp.lines().anyMatch("a=ice-lite"::equals),
                sdp.lines()
                        .filter(line -> line.startsWith("a=candidate:"))
                        .distinct()
                        .flatMap(line -> candidate(line).stream())
                        .distinct()
                        .toList());
    }

    private static String value(String sdp, String name) {
        String prefix = "a=" + name + ":";
        return sdp.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).trim())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the answer has no " + name));
    }

    // RFC 8839, section 5.1: foundation, component, transport, priority, address, port.
    private static Optional<InetSocketAddress> candidate(String line) {
        String[] words = line.split(" +", -1);
        return words.length > 5 && words[2].equalsIgnoreCase("udp") && words[4].matches("[0-9.]+")
                ? Optional.of(new InetSocketAddress(words[4], Integer.parseInt(words[5])))
                : Optional.empty();
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Answer[lite=" + lite + ", active=" + active + ", candidates=" + candidates + "]";
    }
}
