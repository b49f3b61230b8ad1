package heliograph.relay.ice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which addresses of this machine are served, and which a remote may name. Any thread; asks the system, never a name server. */
public final class IpAddresses {
    /** A machine has a handful; with more (containers, IPv6's temporary ones) the first suffice. */
    private static final int LIMIT = 16;

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:]+(\\d{1,3}(\\.\\d{1,3}){3})?");

    private IpAddresses() {}

    /**
     * The addresses to serve: those that are asked for and there, and with a wildcard ({@code 0.0.0.0}, {@code ::}) all that
     * another machine may reach: no loopback, and nothing that is good on one link alone (RFC 8445, section 5.1.1.1).
     */
    public static Set<InetAddress> served(List<InetAddress> bind) {
        Set<InetAddress> present = new LinkedHashSet<>();
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (each.isUp()) {
                    Collections.list(each.getInetAddresses()).forEach(address -> present.add(unscoped(address)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean all = bind.stream().anyMatch(InetAddress::isAnyLocalAddress);
        List<InetAddress> served = new ArrayList<>(present);
        served.removeIf(address -> !bind.contains(address) && (!all || isForThisMachineOrLinkAlone(address)));
        return new LinkedHashSet<>(served.subList(0, Math.min(LIMIT, served.size())));
    }

    private static boolean isForThisMachineOrLinkAlone(InetAddress address) {
        boolean siteLocal = address instanceof Inet6Address && address.isSiteLocalAddress();
        return address.isLoopbackAddress() || address.isLinkLocalAddress() || siteLocal;
    }

    /** Without the interface's name, which is nobody's business elsewhere. */
    private static InetAddress unscoped(InetAddress address) {
        try {
            return address.isLinkLocalAddress() ? address : InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** Reads an address in figures; empty for a name, which is never looked up. */
    static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
