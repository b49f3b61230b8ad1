package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.signaling.http.TrustedProxies;
import heliograph.signaling.ice.IceServers;
import heliograph.signaling.room.Announcement;
import heliograph.signaling.room.PathPolicy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants. Immutable.
 *
 * @param headless no window
 * @param start go live without the click
 * @param listDevices print the devices and end
 * @param screen whether there is a screen that can be shown
 * @param camera null: the first
 * @param microphone null: the first
 * @param modeAsked whether size or rate of the video are what the user asked for
 * @param bitrateAsked whether its bitrate is
 * @param https null: nobody comes in over TLS
 * @param allowedOrigins where a proxy shows the page, as {@code https://cam.example.org}
 * @param announcement what viewers are told of the broadcast at first
 * @param paths who is served directly and who by the relay
 * @param relay where the relay serves its viewers; null: there is none
 * @param trustedProxies reverse proxies that are believed whom they forward for
 * @param iceServers STUN and TURN, with what TURN asks for
 * @param networkCheck unresolved addresses, any of which proves a way to the Internet; none: it is not looked for
 * @param expected what a check of the connection holds it against
 * @param language null: the one of the last time, or the system's
 * @param account null: the one in the data folder
 */
public record Settings(
        boolean headless,
        boolean start,
        boolean listDevices,
        boolean screen,
        @Nullable Source camera,
        @Nullable Source microphone,
        Broadcast.Video video,
        boolean modeAsked,
        boolean bitrateAsked,
        Broadcast.Processing processing,
        String bind,
        int port,
        @Nullable Https https,
        Set<String> allowedOrigins,
        Announcement announcement,
        int maxViewers,
        PathPolicy paths,
        @Nullable RelaySettings relay,
        TrustedProxies trustedProxies,
        IceServers iceServers,
        Broadcast.@Nullable UdpPorts udpPorts,
        List<InetSocketAddress> networkCheck,
        Expected expected,
        Path data,
        @Nullable Locale language,
        @Nullable Account account) {
    public Settings {
        allowedOrigins = Set.copyOf(allowedOrigins);
        networkCheck = List.copyOf(networkCheck);
    }

    /** Whether others than this machine can come in without TLS. */
    public boolean plainIsForOthers() {
        return !Values.isLoopback(bind);
    }
}
