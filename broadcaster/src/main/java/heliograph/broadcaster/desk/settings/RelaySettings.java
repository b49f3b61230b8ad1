package heliograph.broadcaster.desk.settings;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where the relay serves its viewers. Immutable.
 *
 * @param port the UDP port; 0: any free one
 * @param onThisMachine nobody comes in from other machines
 * @param publicAddress a router's, that forwards to the relay's port; with port 0 it is the same there; null: none is known
 */
public record RelaySettings(
        int port, boolean onThisMachine, @Nullable InetSocketAddress publicAddress) {}
