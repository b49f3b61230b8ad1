package heliograph.relay.ice;

import java.net.InetSocketAddress;

/** Where the relay is (RFC 8445, section 5.1): an address of this machine, or the one that others see of it. */
public record LocalCandidate(InetSocketAddress address, InetSocketAddress base, boolean reflexive) {
    private static final int HOST_PREFERENCE = 126;
    private static final int REFLEXIVE_PREFERENCE = 100;

    /** An address of this machine, or one that somebody vouches for. */
    public static LocalCandidate host(InetSocketAddress address) {
        return new LocalCandidate(address, address, false);
    }

    /** What a STUN server saw of a socket. */
    public static LocalCandidate reflexive(InetSocketAddress mapped, InetSocketAddress base) {
        return new LocalCandidate(mapped, base, true);
    }

    /**
     * The value of the attribute (RFC 8839, section 5.1).
     *
     * @param place from 0 on, the best one first; also makes the foundation, as each has a base or a type of its own
     */
    public String attribute(int place) {
        int preference = reflexive ? REFLEXIVE_PREFERENCE : HOST_PREFERENCE;
        int priority = preference << 24 | (65535 - place) << 8 | 255;
        String text = (place + 1) + " 1 udp " + priority + " " + figures(address) + " " + address.getPort() + " typ ";
        return reflexive ? text + "srflx raddr " + figures(base) + " rport " + base.getPort() : text + "host";
    }

    private static String figures(InetSocketAddress address) {
        return address.getAddress().getHostAddress();
    }
}
