package heliograph.broadcaster.studio.peer;

import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import heliograph.broadcaster.link.Broadcast;
import heliograph.signaling.protocol.IceServer;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The part of {@link PeerSettings} that ICE needs, in libwebrtc's form. Any thread. */
final class IceSettings {
    private IceSettings() {}

    static RTCConfiguration of(PeerSettings settings) {
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
        configuration.iceServers = servers(settings.iceServers());
        configuration.portAllocatorConfig = ports(settings);
        return configuration;
    }

    private static List<RTCIceServer> servers(List<IceServer> servers) {
        List<RTCIceServer> list = new ArrayList<>();
        for (IceServer server : servers) {
            RTCIceServer one = new RTCIceServer();
            one.urls = server.urls();
            if (server.username() != null && server.credential() != null) {
                one.username = server.username();
                one.password = server.credential();
            }
            list.add(one);
        }
        return list;
    }

    private static PortAllocatorConfig ports(PeerSettings settings) {
        Broadcast.UdpPorts ports = settings.udpPorts();
        PortAllocatorConfig config = new PortAllocatorConfig();
        if (ports != null) {
            config.minPort = ports.min();
            config.maxPort = ports.max();
        }
        // libwebrtc leaves the loopback interface out; where there is no other it would find no candidate at all.
        return settings.onThisMachine() || onlyLoopback() ? config.setDisableAdapterEnumeration(true) : config;
    }

    private static boolean onlyLoopback() {
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!each.isLoopback() && each.isUp() && each.getInetAddresses().hasMoreElements()) {
                    return false;
                }
            }
            return true;
        } catch (SocketException e) {
            return false;
        }
    }
}
