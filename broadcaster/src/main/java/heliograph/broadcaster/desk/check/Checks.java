package heliograph.broadcaster.desk.check;

import heliograph.broadcaster.desk.check.FirewallCheck.Door;
import heliograph.broadcaster.desk.check.PortCheck.Protocol;
import heliograph.broadcaster.desk.settings.Https;
import heliograph.broadcaster.desk.settings.RelaySettings;
import heliograph.broadcaster.desk.settings.Setting;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.link.Broadcast;
import heliograph.signaling.ice.IceUrl;
import heliograph.signaling.protocol.IceServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The checks that a broadcast with some settings wants, in the order in which they are shown. Any thread. */
public final class Checks {
    /** The name in TURN's credential, where the secret makes one: as it stands in the server's log. */
    private static final String MEMBER = "check";

    private Checks() {}

    /**
     * What is to be looked at.
     *
     * @param bitrate kbit/s of the picture that each viewer may be sent
     * @param now when credentials are issued
     */
    public static List<Check> of(Settings settings, int bitrate, Held held, Instant now) {
        List<Check> checks = new ArrayList<>();
        if (!settings.networkCheck().isEmpty()) {
            checks.add(new InternetCheck(settings.networkCheck()));
        }
        List<String> stun = settings.iceServers().stun();
        List<String> turn = settings.iceServers().turn();
        stun.forEach(text -> IceUrl.parse(text).ifPresent(url -> checks.add(new StunCheck(url))));
        checks.add(new NatCheck(
                Stream.of(stun, turn)
                        .flatMap(List::stream)
                        .flatMap(text -> IceUrl.parse(text).stream())
                        .filter(url -> !url.tcp() && !url.secure())
                        .distinct()
                        .toList(),
                settings.relay() != null,
                Reach::isOwn));
        for (IceServer server : settings.iceServers().of(MEMBER, now)) {
            server.urls().forEach(text -> turn(text, server).ifPresent(checks::add));
        }
        checks.addAll(ports(settings, held));
        checks.add(firewall(settings));
        checks.add(new UplinkCheck(
                bitrate, settings.expected().viewers(), settings.expected().uplink()));
        return checks;
    }

    private static Optional<Check> turn(String text, IceServer server) {
        String username = server.username();
        String password = server.credential();
        return username == null || password == null
                ? Optional.empty()
                : IceUrl.parse(text).map(url -> new TurnCheck(url, username, password));
    }

    private static List<Check> ports(Settings settings, Held held) {
        List<Check> ports = new ArrayList<>();
        Https https = settings.https();
        RelaySettings relay = settings.relay();
        ports.add(new PortCheck(Setting.PORT.option(), Protocol.TCP, settings.bind(), settings.port(), held.doors()));
        if (https != null) {
            ports.add(
                    new PortCheck(Setting.HTTPS_PORT.option(), Protocol.TCP, https.bind(), https.port(), held.doors()));
        }
        if (relay != null) {
            ports.add(new PortCheck(Setting.RELAY_PORT.option(), Protocol.UDP, "0.0.0.0", relay.port(), held.relay()));
        }
        return ports;
    }

    /** Of the doors that are open to other machines. */
    private static Check firewall(Settings settings) {
        Https https = settings.https();
        RelaySettings relay = settings.relay();
        Broadcast.UdpPorts udp = settings.udpPorts();
        List<Door> doors = new ArrayList<>();
        boolean changing = false;
        if (https != null && https.isForOthers()) {
            changing = https.port() == 0;
            doors.add(new Door(Protocol.TCP, String.valueOf(https.port())));
        }
        if (settings.plainIsForOthers()) {
            changing |= settings.port() == 0;
            doors.add(new Door(Protocol.TCP, String.valueOf(settings.port())));
        }
        if (relay != null && !relay.onThisMachine()) {
            changing |= relay.port() == 0;
            doors.add(new Door(Protocol.UDP, String.valueOf(relay.port())));
        }
        if (udp != null && !doors.isEmpty()) {
            doors.add(new Door(Protocol.UDP, udp.min() + "-" + udp.max()));
        }
        return new FirewallCheck(doors, changing, () -> Firewall.of(System.getProperty("os.name"), Path.of("/")));
    }
}
