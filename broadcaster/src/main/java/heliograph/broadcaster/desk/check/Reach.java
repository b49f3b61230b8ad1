package heliograph.broadcaster.desk.check;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/** How far an address reaches. Any thread; asks the system, never a name server. */
final class Reach {
    private Reach() {}

    /**
     * Whether it means nothing to the Internet: private (RFC 1918; RFC 4193, section 3), shared behind a provider's NAT (RFC 6598,
     * section 7), of one link, or of this computer alone.
     */
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 0x40;
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return shared
                || uniqueLocal
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress();
    }

    /** Whether it is this computer's, also the wildcard, and all of the loopback, of which the interface lists one address alone. */
    static boolean isOwn(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
