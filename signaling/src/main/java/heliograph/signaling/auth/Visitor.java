package heliograph.signaling.auth;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Who asks, as far as the network tells. Immutable; any thread.
 *
 * <p>Of IPv6 three things are counted by. The last 64 bits are everybody's own to choose (RFC 4291, section 2.5.4), so a network is a
 * /64. But a home is commonly given 256 of these, a /56, and a site 65,536, a /48 (RFC 6177), which elsewhere is shared by the homes
 * of a provider. So whatever each network may have, a home may have a few times as much, and a site more than one home: whoever has
 * all of a home's leaves something to the neighbours. Of IPv4 all three are the address.
 *
 * @param address for people
 * @param network for counting: what one visitor can hardly have more of without a home's worth of his own
 * @param home for counting: the networks that one may well have all of
 * @param site for counting: the homes that one may have all of
 */
public record Visitor(String address, String network, String home, String site) {
    private static final int NETWORK_BYTES = 8;
    private static final int HOME_BYTES = 7;
    private static final int SITE_BYTES = 6;

    /** Somebody at this address. */
    public static Visitor at(InetAddress address) {
        String text = text(address);
        return address instanceof Inet6Address
                ? new Visitor(
                        text, prefix(address, NETWORK_BYTES), prefix(address, HOME_BYTES), prefix(address, SITE_BYTES))
                : new Visitor(text, text, text, text);
    }

    /** Somebody of whom the network tells nothing; all of these are counted as one. */
    public static Visitor unknown() {
        return new Visitor("an unknown address", "unknown", "unknown", "unknown");
    }

    /** What is counted by: network, home and site. */
    public List<String> prefixes() {
        return List.of(network, home, site);
    }

    private static String prefix(InetAddress address, int bytes) {
        return HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), bytes)) + "/" + bytes * 8;
    }

    /** A zone names an interface of this computer; it says nothing about who asks. */
    private static String text(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
