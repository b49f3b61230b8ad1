package heliograph.relay.port;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a {@link Port} is set up.
 *
 * @param name names its thread, and its lines in the log: {@code relay}, {@code relay-upstream}
 * @param port 0 for any free one, the same for all addresses
 * @param bind the addresses to serve; a wildcard stands for all that others may reach, which the loopback is not
 * @param publicAddress under which a router forwards to the port, if somebody has told; port 0 for the same
 * @param stunServers who tell the public address otherwise; names are looked up now and then
 * @param reach how long a remote may take to its first check, and twice that to its first answer to ours; a patient leg has {@code consent}
 * @param consent how long a remote may leave our checks unanswered (RFC 7675, section 5.1: 30 s at most)
 * @param stunInterval how often a STUN server is asked, which also keeps a router's mapping (RFC 8445, section 11)
 */
public record PortSettings(
        String name,
        int port,
        List<InetAddress> bind,
        Optional<InetSocketAddress> publicAddress,
        List<InetSocketAddress> stunServers,
        Duration reach,
        Duration consent,
        Duration stunInterval) {
    public PortSettings {
        bind = List.copyOf(bind);
        stunServers = List.copyOf(stunServers);
    }

    /** The viewers' port. */
    public static PortSettings viewers(
            int port,
            List<InetAddress> bind,
            Optional<InetSocketAddress> publicAddress,
            List<InetSocketAddress> stunServers) {
        return new PortSettings(
                "relay",
                port,
                bind,
                publicAddress,
                stunServers,
                Duration.ofSeconds(2),
                Duration.ofSeconds(15),
                Duration.ofSeconds(20));
    }

    /** The upstream's port: 127.0.0.1 alone, as the studio is on this machine and nobody else may come near. */
    public static PortSettings upstream() {
        return new PortSettings(
                "relay-upstream",
                0,
                List.of(InetAddress.getLoopbackAddress()),
                Optional.empty(),
                List.of(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(20));
    }
}
