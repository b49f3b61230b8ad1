package heliograph.signaling;

import heliograph.signaling.auth.Credentials;
import heliograph.signaling.http.TrustedProxies;
import heliograph.signaling.ice.IceServers;
import heliograph.signaling.room.PathPolicy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the signaling server is to be. Immutable.
 *
 * @param bind the address to listen on, as text; {@code 0.0.0.0} or {@code ::} for all
 * @param port the TCP port; 0: any free one
 * @param https the door with TLS; null: none
 * @param allowedOrigins pages of other servers that may open the WebSocket, as {@code https://cam.example.org}, in small
 *     letters; their hosts are names that this server goes by, as when a proxy stands before it
 * @param data the folder for accounts and keys; made if it is not there
 * @param iceServers what browsers and the studio are to use
 * @param account the only account that may watch in this run; null: the stored ones
 * @param maxViewers so many may be in the room at the same time
 * @param paths who is served by the relay, where one joins
 * @param trustedProxies reverse proxies that say truly whom they forward for
 * @param clock the time
 */
public record SignalingSettings(
        String bind,
        int port,
        @Nullable HttpsSettings https,
        Set<String> allowedOrigins,
        Path data,
        IceServers iceServers,
        @Nullable Credentials account,
        int maxViewers,
        PathPolicy paths,
        TrustedProxies trustedProxies,
        InstantSource clock) {
    /** The number of viewers unless somebody says another. */
    public static final int DEFAULT_MAX_VIEWERS = 200;

    public SignalingSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /** On the loopback alone, on a free port, without TLS, with the stored accounts and without ICE servers. */
    public static SignalingSettings local(Path data) {
        return new SignalingSettings(
                "127.0.0.1",
                0,
                null,
                Set.of(),
                data,
                IceServers.NONE,
                null,
                DEFAULT_MAX_VIEWERS,
                PathPolicy.DEFAULT,
                TrustedProxies.NONE,
                InstantSource.system());
    }
}
