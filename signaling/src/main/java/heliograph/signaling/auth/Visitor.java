package heliograph.signaling.auth;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who asks, as far as the network tells. Immutable; any thread.
 *
 * <p>Of IPv6 two things are counted by. The last 64 bits are everybody's own to choose (RFC 4291, section 2.5.4), so a network is a
 * /64. But a site is commonly given 65,536 of these, a /48 (RFC 6177), so that whatever each may have, the site may have only
 * a few times as much. Of IPv4 both are the address.
 *
 * @param address for people
 * @param network for counting: what one visitor can hardly have more of without a site of his own
 * @param site for counting: the networks that one may well have all of
 */
public record Visitor(String address, String network, String site) {
    private static final int NETWORK_BYTES = 8;
    private static final int SITE_BYTES = 6;

    /** Somebody at this address. */
    public static Visitor at(InetAddress address) {
        String text = text(address);
        return address instanceof Inet6Address
                ? new Visitor(text, prefix(address, NETWORK_BYTES), prefix(address, SITE_BYTES))
                : new Visitor(text, text, text);
    }

    /** Somebody of whom the network tells nothing; all of these are counted as one. */
    public static Visitor unknown() {
        return new Visitor("an unknown address", "unknown", "unknown");
    }

    private static String prefix(InetAddress address, int bytes) {
        return HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), bytes)) + "/" + bytes * 8;
    }

    /** A zone names an interface of this computer; it says nothing about who asks. */
    private static String text(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
