package heliograph.rig;

/**
 * What stands between a home and the Internet, as they are sold: all at home come from its one address outside, and nothing is let in that
 * nobody asked for. Used from one thread.
 *
 * <p>The second half is essential. A packet that is let in up to the router itself takes up the pair of addresses that a mapping of the
 * same packet's answer would need, and so gives that answer another port; a router that drops it on the way in remembers nothing of it.
 */
public final class HomeRouter {
    private static final String INSIDE = "lan";
    private static final String OUTSIDE = "wan";

    private HomeRouter() {}

    /**
     * Connects a home.
     *
     * @param inside its address at home, with the length of the prefix
     * @param outside its address outside, with the length of the prefix
     * @param forwards rules of nft(8) for what is passed on to somebody at home, as {@code tcp dport 443 dnat to 192.168.1.2}
     */
    public static void connect(
            Host router, Segment home, String inside, Segment internet, String outside, String... forwards) {
        home.connect(router, INSIDE, inside);
        internet.connect(router, OUTSIDE, outside);
        router.run("sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
        String known = "ct state established,related accept;";
        StringBuilder passed = new StringBuilder();
        for (String forward : forwards) {
            passed.append(" iifname ")
                    .append(OUTSIDE)
                    .append(' ')
                    .append(forward)
                    .append(';');
        }
        router.filter(
                "ip",
                "router",
                "chain in { type filter hook input priority 0; iifname " + OUTSIDE + " jump known; }",
                "chain through { type filter hook forward priority 0; iifname " + OUTSIDE
                        + " ct status dnat accept; iifname " + OUTSIDE + " jump known; }",
                "chain known { " + known + " drop; }",
                "chain before { type nat hook prerouting priority -100;" + passed + " }",
                "chain after { type nat hook postrouting priority 100; oifname " + OUTSIDE + " masquerade; }");
    }
}
