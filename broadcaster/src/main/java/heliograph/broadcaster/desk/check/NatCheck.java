package heliograph.broadcaster.desk.check;

import heliograph.relay.stun.StunMessage;
import heliograph.signaling.ice.IceUrl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What kind of NAT is in the way: two servers at different addresses are asked from one socket, and see the same address and port of
 * it or not (RFC 4787, section 4.1; RFC 5780, section 4.3). A server on one's own network sees no router, and counts for nothing.
 *
 * @param servers over UDP; a TURN server answers this too
 * @param own whether an address is this computer's
 */
record NatCheck(List<IceUrl> servers, boolean relay, Predicate<InetAddress> own) implements Check {
    /** So many are asked in the time there is. */
    private static final int ASKED = 3;

    private static final Logger LOG = LoggerFactory.getLogger(NatCheck.class);

    NatCheck {
        servers = List.copyOf(servers);
    }

    @Override
    public Sentence title() {
        return Sentence.of("check.nat");
    }

    @Override
    public Finding look() {
        if (servers.isEmpty()) {
            return Finding.warning("check.nat.unasked");
        }
        Map<InetAddress, InetSocketAddress> seen = new LinkedHashMap<>();
        try (DatagramSocket socket = new DatagramSocket()) {
            int asked = 0;
            for (IceUrl url : servers) {
                if (of(Inet4Address.class, seen.values()).size() < 2 && asked < ASKED && ask(socket, url, seen)) {
                    asked++;
                }
            }
        } catch (IOException e) {
            LOG.debug("check: no socket", e);
        }
        return judge(List.copyOf(seen.values()));
    }

    /** Whether it was asked: a second name of the same address would tell nothing. */
    private static boolean ask(DatagramSocket socket, IceUrl url, Map<InetAddress, InetSocketAddress> seen) {
        try {
            InetSocketAddress server = IcePlace.find(url);
            if (seen.containsKey(server.getAddress())) {
                return false;
            }
            new UdpWire(socket, server)
                    .ask(StunMessage.BINDING_REQUEST, it -> it)
                    .xorMappedAddress()
                    .ifPresent(it -> seen.put(server.getAddress(), it));
            return true;
        } catch (UnknownHostException e) {
            return false;
        } catch (IOException e) {
            LOG.debug("check: {} does not answer", url, e);
            return true;
        }
    }

    private Finding judge(List<InetSocketAddress> seen) {
        if (seen.isEmpty()) {
            return late();
        }
        // Of one family: the other has ports and addresses of its own. Of IPv4 where there is any, as it is there that
        // NATs are.
        List<InetSocketAddress> outside = of(Inet4Address.class, seen);
        if (outside.isEmpty()) {
            outside = of(Inet6Address.class, seen);
        }
        if (outside.isEmpty()) {
            return Finding.warning("check.nat.local", seen.get(0).getAddress().getHostAddress());
        }
        InetSocketAddress first = outside.get(0);
        String address = first.getAddress().getHostAddress();
        if (own.test(first.getAddress())) {
            return Finding.fine("check.nat.none", address);
        }
        if (outside.size() == 1) {
            return Finding.warning("check.nat.one-server", address);
        }
        return outside.get(1).equals(first)
                ? Finding.advised(Finding.State.FINE, "check.nat.independent", address)
                : Finding.warning(relay ? "check.nat.dependent" : "check.nat.dependent-direct", address);
    }

    /** Those of the family that the Internet may see. */
    private static List<InetSocketAddress> of(Class<? extends InetAddress> family, Collection<InetSocketAddress> seen) {
        return seen.stream()
                .filter(it -> family.isInstance(it.getAddress()))
                .filter(it -> !Reach.isPrivate(it.getAddress()))
                .toList();
    }

    @Override
    public Finding late() {
        return Finding.warning("check.nat.unanswered");
    }
}
