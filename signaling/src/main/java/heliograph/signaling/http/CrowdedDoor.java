package heliograph.signaling.http;

import heliograph.signaling.auth.OncePerMinute;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last places of a door free for newcomers: once it is nearly full, whoever comes in has a connection of the network that
 * has most there ended, see {@link RequestDeadlines#makeRoom}. A few networks could else take every place of the door, each within
 * what one may have, and do nothing with them. Called on Jetty's threads.
 */
final class CrowdedDoor implements Connection.Listener {
    private static final Logger log = LoggerFactory.getLogger(CrowdedDoor.class);

    private final ServerConnector door;
    private final int crowd;
    private final RequestDeadlines deadlines;
    private final OncePerMinute words = new OncePerMinute();

    /** {@code crowd}: from so many connections on. */
    CrowdedDoor(ServerConnector door, int crowd, RequestDeadlines deadlines) {
        this.door = door;
        this.crowd = crowd;
        this.deadlines = deadlines;
    }

    /** Not when it is accepted: of a burst none has been opened by then, and none could be ended. */
    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof ConnectionMetaData)
                || door.getConnectedEndPoints().size() < crowd) {
            return;
        }
        deadlines.makeRoom(door).ifPresent(network -> {
            if (words.isTime("crowd")) {
                log.warn("connections: {} has most of {}, some are closed for others", network, crowd);
            }
        });
    }

    @Override
    public void onClosed(Connection connection) {}
}
