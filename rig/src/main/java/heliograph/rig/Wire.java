package heliograph.rig;

/** What connects a host to a {@link Segment}; it can be made worse and good again. Used from one thread. */
public final class Wire {
    private static final String BURST = "5kb";

    private final Host switches;
    private final String port;
    private final Host host;
    private final String device;

    Wire(Host switches, String port, Host host, String device) {
        this.switches = switches;
        this.port = port;
        this.host = host;
        this.device = device;
    }

    /**
     * Carries no more than this either way (tc-tbf(8)), instead of what it carried before.
     *
     * @param milliseconds that a packet waits at most; what would wait longer is lost
     */
    public void shape(int kilobits, int milliseconds) {
        shape(switches, port, kilobits, milliseconds);
        shape(host, device, kilobits, milliseconds);
    }

    private static void shape(Host where, String name, int kilobits, int milliseconds) {
        where.run(
                "tc",
                "qdisc",
                "replace",
                "dev",
                name,
                "root",
                "tbf",
                "rate",
                kilobits + "kbit",
                "burst",
                BURST,
                "latency",
                milliseconds + "ms");
    }

    /** Carries all again. */
    public void unshape() {
        switches.run("tc", "qdisc", "delete", "dev", port, "root");
        host.run("tc", "qdisc", "delete", "dev", device, "root");
    }

    /** Loses so many of a hundred packets that come to the host, and as many of those that it sends. */
    public void lose(int percent) {
        String some = " ip protocol udp numgen random mod 100 < " + percent + " drop; ";
        switches.filter(
                "bridge",
                table(),
                "chain lose { type filter hook forward priority 0; iifname " + port + some + "oifname " + port + some
                        + "}");
    }

    /** Loses nothing any more. */
    public void loseNothing() {
        switches.unfilter("bridge", table());
    }

    private String table() {
        return "lose_" + port;
    }
}
