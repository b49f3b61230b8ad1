package heliograph.signaling;

import heliograph.signaling.auth.Credentials;
import heliograph.signaling.protocol.IceServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the signaling server is to be. Immutable.
 *
 * @param bind the address to listen on, as text; {@code 0.0.0.0} or {@code ::} for all
 * @param port the TCP port; 0: any free one
 * @param data the folder for accounts and keys; made if it is not there
 * @param iceServers what browsers and the studio are to use
 * @param account the only account that may watch in this run; null: the stored ones
 * @param maxViewers so many may be in the room at the same time
 * @param clock the time
 */
public record SignalingSettings(
        String bind,
        int port,
        Path data,
        List<IceServer> iceServers,
        @Nullable Credentials account,
        int maxViewers,
        InstantSource clock) {
    /** The number of viewers unless somebody says another. */
    public static final int DEFAULT_MAX_VIEWERS = 200;

    public SignalingSettings {
        iceServers = List.copyOf(iceServers);
    }

    /** On the loopback alone, on a free port, with the stored accounts and without ICE servers. */
    public static SignalingSettings local(Path data) {
        return new SignalingSettings(
                "127.0.0.1", 0, data, List.of(), null, DEFAULT_MAX_VIEWERS, InstantSource.system());
    }
}
