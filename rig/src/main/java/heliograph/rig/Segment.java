package heliograph.rig;

/** An Ethernet segment of a {@link Network}: a bridge, and a wire to each host on it; used from one thread. */
public final class Segment {
    private final Host switches;
    private final String bridge;
    private int wires;

    Segment(Host switches, String bridge) {
        this.switches = switches;
        this.bridge = bridge;
        switches.run("ip", "link", "add", bridge, "type", "bridge");
        switches.run("ip", "link", "set", bridge, "up");
    }

    /**
     * Connects a host.
     *
     * @param device the host's name for its end, as {@code lan}
     * @param address its IPv4 address, with the length of the prefix
     */
    public Wire connect(Host host, String device, String address) {
        String port = bridge + "p" + wires++;
        String process = Long.toString(host.pid());
        switches.run("ip", "link", "add", port, "type", "veth", "peer", "name", device, "netns", process);
        switches.run("ip", "link", "set", port, "master", bridge, "up");
        host.run("ip", "address", "add", address, "dev", device);
        host.run("ip", "link", "set", device, "up");
        return new Wire(switches, port, host, device);
    }
}
