package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.signaling.protocol.IceServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants. Immutable.
 *
 * @param headless no window
 * @param start go live without the click
 * @param listDevices print the devices and end
 * @param camera null: the first
 * @param microphone null: the first
 * @param networkCheck unresolved addresses, any of which proves a way to the Internet; none: it is not looked for
 * @param account null: the one in the data folder
 */
public record Settings(
        boolean headless,
        boolean start,
        boolean listDevices,
        @Nullable Source camera,
        @Nullable Source microphone,
        Broadcast.Video video,
        Broadcast.Processing processing,
        String bind,
        int port,
        List<IceServer> iceServers,
        Broadcast.@Nullable UdpPorts udpPorts,
        List<InetSocketAddress> networkCheck,
        Path data,
        Locale language,
        @Nullable Account account) {
    public Settings {
        iceServers = List.copyOf(iceServers);
        networkCheck = List.copyOf(networkCheck);
    }
}
