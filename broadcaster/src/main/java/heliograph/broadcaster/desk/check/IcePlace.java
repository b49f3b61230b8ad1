package heliograph.broadcaster.desk.check;

import heliograph.signaling.ice.IceUrl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a STUN or TURN server is. Any thread that may wait for a name server. */
final class IcePlace {
    private IcePlace() {}

    /** Its address; of several an IPv4 one, as it is there that networks are in the way. */
    static InetSocketAddress find(IceUrl url) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(url.host());
        InetAddress address = Arrays.stream(all)
                .filter(Inet4Address.class::isInstance)
                .findFirst()
                .orElse(all[0]);
        return new InetSocketAddress(address, url.port());
    }

    /** A wire of its own to it, in the way that the URL asks for. */
    static StunWire open(IceUrl url) throws IOException {
        InetSocketAddress server = find(url);
        if (!url.tcp()) {
            return new UdpWire(new DatagramSocket(), server);
        }
        return url.secure() ? StreamWire.tls(server, url.host()) : StreamWire.tcp(server);
    }

    /** An address with its port, without the name. */
    static String figures(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** As people say it, such as {@code turn.example.org:3478 (UDP)}. */
    static String name(IceUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        String over = url.secure() ? (url.tcp() ? "TLS" : "DTLS") : transport(url);
        return host + ":" + url.port() + " (" + over + ")";
    }

    /** What a firewall has to let out, such as {@code UDP 3478}. */
    static String port(IceUrl url) {
        return transport(url) + " " + url.port();
    }

    private static String transport(IceUrl url) {
        return url.tcp() ? "TCP" : "UDP";
    }
}
