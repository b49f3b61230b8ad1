package heliograph.e2e;

import heliograph.rig.Chromium;
import heliograph.rig.HomeRouter;
import heliograph.rig.Host;
import heliograph.rig.Network;
import heliograph.rig.Rig;
import heliograph.rig.Segment;
import heliograph.rig.StunServer;
import heliograph.rig.Wire;

/**
 * A home with the program in it, behind a router that forwards HTTPS and nothing else, and the Internet around it; used from one
 * thread.
 */
final class Town implements AutoCloseable {
    /** The program's, for those at home. */
    static final String AT_HOME = "https://192.168.1.2:" + App.HTTPS_PORT + "/";

    /** The program's, for all others. */
    static final String OUTSIDE = "https://198.51.100.1:" + App.HTTPS_PORT + "/";

    static final int RELAY_PORT = 8444;

    /** Where a viewer sits. */
    record Place(Host host, Wire wire) {}

    private final Rig rig = Rig.start();
    private final Network network = Network.start();
    private final Segment home = network.segment();
    private final Segment internet = network.segment();
    private final StunServer stun;
    final App app;
    private int places = 3;

    Town() {
        Host desk = network.host("desk");
        home.connect(desk, "lan", "192.168.1.2/24");
        HomeRouter.connect(
                network.host("router"),
                home,
                "192.168.1.1/24",
                internet,
                "198.51.100.1/24",
                "tcp dport " + App.HTTPS_PORT + " dnat to 192.168.1.2");
        desk.route("192.168.1.1");
        Host server = network.host("stun");
        internet.connect(server, "wan", "198.51.100.3/24");
        stun = StunServer.start(server, "198.51.100.3");
        app = App.startOn(
                desk,
                rig,
                environment -> environment.put("HELIOGRAPH_ICE_SERVER", stun.url()),
                "--camera",
                "test",
                "--microphone",
                "test",
                "--path",
                "relay",
                "--relay-port",
                Integer.toString(RELAY_PORT));
    }

    /** Another machine in the same home. */
    Place place() {
        Host host = network.host("place");
        return new Place(host, home.connect(host, "lan", "192.168.1." + places++ + "/24"));
    }

    /** A machine in another home, whose router forwards nothing. */
    Host elsewhere() {
        Segment otherHome = network.segment();
        HomeRouter.connect(network.host("other router"), otherHome, "192.168.2.1/24", internet, "198.51.100.2/24");
        Host host = network.host("elsewhere");
        otherHome.connect(host, "lan", "192.168.2.2/24");
        host.route("192.168.2.1");
        return host;
    }

    Chromium chromium(Host host) {
        return Chromium.start(rig.environment(), host);
    }

    @Override
    public void close() {
        app.close();
        stun.close();
        network.close();
        rig.close();
    }
}
