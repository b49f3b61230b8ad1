package heliograph.signaling;

import heliograph.signaling.tls.MachineNames;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Addresses as people and programs are to use them. Holds nothing; any thread. */
final class Addresses {
    /** More than these nobody reads through. */
    private static final int MOST = 8;

    private Addresses() {}

    /** What a person opens: of a wildcard, an address at which others on the network find this computer. */
    static URI watch(InetAddress bound, int port) {
        return link("http", host(reachable(bound)), port, 80);
    }

    /** The same over TLS. */
    static URI secure(InetAddress bound, int port) {
        return secure(host(reachable(bound)), port);
    }

    /** The same by the name that a certificate stands for. */
    static URI secure(String host, int port) {
        return link("https", host, port, 443);
    }

    /**
     * Over TLS, by addresses and names under which others on the network may find this computer; the likelier ones first.
     *
     * @param wanted which of them, as a URL has them
     */
    static List<URI> all(MachineNames machine, Predicate<String> wanted, int port) {
        List<String> ipv4 = hosts(machine, Inet4Address.class, wanted);
        List<String> names = machine.names().stream()
                .filter(name -> name.endsWith(".local"))
                .filter(wanted)
                .toList();
        List<String> ipv6 = hosts(machine, Inet6Address.class, wanted);
        // A machine with many bridges has many IPv4 addresses, and may be found by the others alone.
        int ahead = Math.max(MOST / 2, MOST - names.size() - ipv6.size());
        return Stream.of(ipv4.stream().limit(ahead), names.stream(), ipv6.stream())
                .flatMap(hosts -> hosts)
                .limit(MOST)
                .map(host -> secure(host, port))
                .toList();
    }

    private static List<String> hosts(
            MachineNames machine, Class<? extends InetAddress> family, Predicate<String> wanted) {
        return machine.addresses().stream()
                .filter(family::isInstance)
                .filter(address -> !address.isLoopbackAddress())
                .map(Addresses::host)
                .filter(wanted)
                .sorted()
                .toList();
    }

    private static URI link(String scheme, String host, int port, int usualPort) {
        return URI.create(scheme + "://" + host + (port == usualPort ? "" : ":" + port) + "/");
    }

    /** The address that a link names. */
    static InetAddress reachable(InetAddress bound) {
        return bound.isAnyLocalAddress() ? onNetwork().orElse(InetAddress.getLoopbackAddress()) : bound;
    }

    /** What a studio on this computer joins. */
    static URI room(InetAddress bound, int port) {
        String host = bound.isAnyLocalAddress() ? "127.0.0.1" : host(bound);
        return URI.create("ws://" + host + ":" + port + "/ws");
    }

    private static String host(InetAddress address) {
        String text = address.getHostAddress();
        // A zone is of no use in a URL: it names an interface of this computer only.
        return address instanceof Inet6Address ? "[" + text.replaceFirst("%.*", "") + "]" : text;
    }

    /** The IPv4 address that this computer speaks to others from; without a route, the first of a real interface that is up. */
    private static Optional<InetAddress> onNetwork() {
        // Connecting a datagram socket only looks the route up: nothing is sent. The address is one that nobody has
        // (RFC 5737), so that the default route answers, and no bridge of a virtual machine's.
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress("192.0.2.1", 9));
            if (probe.getLocalAddress() instanceof Inet4Address local
                    && !local.isAnyLocalAddress()
                    && !local.isLinkLocalAddress()) {
                return Optional.of(local);
            }
        } catch (SocketException | UncheckedIOException e) {
            // No route: then the interfaces tell.
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Addresses::isUp)
                    .flatMap(network -> network.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getAddress)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLinkLocalAddress())
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback() && !network.isVirtual();
        } catch (SocketException e) {
            return false;
        }
    }
}
