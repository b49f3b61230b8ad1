package heliograph.signaling.tls;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this computer is called and where it can be reached. Immutable; any thread.
 *
 * @param names host names, in small letters
 * @param addresses without those that only one cable knows: a URL cannot name them
 * @param linked the address that the link for viewers names
 */
public record MachineNames(Set<String> names, Set<InetAddress> addresses, InetAddress linked) {
    private static final Logger log = LoggerFactory.getLogger(MachineNames.class);
    private static final Pattern HOST_NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    public MachineNames {
        names = Set.copyOf(names);
        addresses = Set.copyOf(addresses);
    }

    /** As they are now, for this computer alone. May ask the system's resolver for the host name, so not on a thread with other duties. */
    public static MachineNames now() {
        Set<String> names = new LinkedHashSet<>(Set.of("localhost"));
        try {
            String host = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            if (HOST_NAME.matcher(host).matches() && host.matches(".*[a-z].*")) {
                names.add(host);
                // As multicast DNS has it (RFC 6762), by which most home networks find each other.
                names.add(host.replaceFirst("\\..*", "") + ".local");
            }
        } catch (UnknownHostException e) {
            log.debug("certificate: this computer's name is not known to its own resolver");
        }
        return new MachineNames(names, interfaceAddresses(), InetAddress.getLoopbackAddress());
    }

    /** The same, and viewers are given a link to this address. */
    public MachineNames linkedBy(InetAddress address) {
        return new MachineNames(names, addresses, withoutScope(address));
    }

    /** The same with these addresses as well. */
    MachineNames with(Collection<InetAddress> more) {
        Set<InetAddress> all = new LinkedHashSet<>(addresses);
        all.addAll(more);
        return new MachineNames(names, all, linked);
    }

    private static Set<InetAddress> interfaceAddresses() {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .forEach(address -> addresses.add(withoutScope(address)));
        } catch (SocketException e) {
            log.debug("certificate: the interfaces cannot be listed: {}", e.toString());
        }
        return addresses;
    }

    private static InetAddress withoutScope(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has the length of one", e);
        }
    }
}
