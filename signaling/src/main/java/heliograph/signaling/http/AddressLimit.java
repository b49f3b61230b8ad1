package heliograph.signaling.http;

import heliograph.signaling.auth.OncePerMinute;
import heliograph.signaling.auth.Visitor;
import heliograph.signaling.auth.VisitorRate;
import heliograph.signaling.room.RoomLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections at one door of a network, or of a site, that has too many open or makes too many, before anything is read from
 * them: before TLS, whose handshake is the dearest thing that a stranger can ask for. Called on Jetty's threads.
 */
final class AddressLimit implements SelectorManager.AcceptListener {
    private static final Logger log = LoggerFactory.getLogger(AddressLimit.class);

    private final Places places;
    private final RoomLimits.Rate rate;
    private final VisitorRate newOnes;
    private final ClientAddress clients;
    private final Map<SelectableChannel, Visitor> taken = new ConcurrentHashMap<>();
    /** A flood of connections must not become one of lines, from however many networks it comes. */
    private final OncePerMinute words = new OncePerMinute();

    /** The places are those of all doors, the rate is each door's own. A trusted proxy speaks for many and is not counted. */
    AddressLimit(Places places, RoomLimits.Rate rate, InstantSource clock, ClientAddress clients) {
        this.places = places;
        this.rate = rate;
        this.newOnes = new VisitorRate(rate, Places.NETWORKS_OF_HOME, Places.NETWORKS_OF_SITE, clock);
        this.clients = clients;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        InetAddress address = remote(channel);
        if (address == null || clients.isTrusted(address)) {
            return;
        }
        Visitor visitor = Visitor.at(address);
        if (!newOnes.take(visitor)) {
            if (words.isTime("rate")) {
                log.warn(
                        "connections: {} makes more than {} a second, more are refused",
                        visitor.network(),
                        rate.perSecond());
            }
        } else if (places.take(visitor)) {
            taken.put(channel, visitor);
            return;
        } else if (words.isTime("places")) {
            log.warn("connections: {} has {} open, more are refused", visitor.network(), places.most());
        }
        // Jetty goes on to register it, cannot, and says so to onAcceptFailed.
        IO.close(channel);
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        ended(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        ended(channel);
    }

    private void ended(SelectableChannel channel) {
        Visitor visitor = taken.remove(channel);
        if (visitor != null) {
            places.leave(visitor);
        }
    }

    private static @Nullable InetAddress remote(SelectableChannel channel) {
        try {
            return channel instanceof SocketChannel socket
                            && socket.getRemoteAddress() instanceof InetSocketAddress address
                    ? address.getAddress()
                    : null;
        } catch (IOException e) {
            // It is gone already.
            return null;
        }
    }
}
