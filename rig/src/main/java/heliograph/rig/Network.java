package heliograph.rig;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Hosts of a test's own that reach each other by wires, and nothing else: network namespaces under a user namespace
 * (network_namespaces(7), user_namespaces(7)), so that no rights are needed; used from one thread.
 *
 * <p>The network's own namespace holds the switches. All of it is gone with the processes that hold the namespaces.
 */
public final class Network implements AutoCloseable {
    private final Host switches;
    private final Deque<Host> hosts = new ArrayDeque<>();
    private int segments;

    private Network(Host switches) {
        this.switches = switches;
    }

    /** One with nothing in it. */
    public static Network start() {
        Programs.require("unshare", "nsenter", "ip", "tc", "nft", "setpriv");
        return new Network(Host.start("switches", List.of("unshare", "--user", "--map-root-user", "--net", "--")));
    }

    /** A host that is connected to nothing but itself. */
    public Host host(String name) {
        Host host = Host.start(name, switches.command(List.of("unshare", "--net", "--")));
        hosts.push(host);
        return host;
    }

    /** An Ethernet segment that hosts can be connected to. */
    public Segment segment() {
        return new Segment(switches, "br" + segments++);
    }

    @Override
    public void close() {
        hosts.forEach(Host::close);
        switches.close();
    }
}
