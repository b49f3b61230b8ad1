package heliograph.signaling.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections of a network that has too many open, before anything is read from them. A network is an IPv4 address, or the
 * first half of an IPv6 address: the second is its owner's to choose. Called on Jetty's threads.
 */
final class AddressLimit implements SelectorManager.AcceptListener {
    private static final Logger log = LoggerFactory.getLogger(AddressLimit.class);
    private static final long SILENCE_NANOS = 60_000_000_000L;

    private final int most;
    private final ClientAddress clients;
    private final Map<SelectableChannel, String> networks = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private long nextWord = System.nanoTime();

    /** A trusted proxy speaks for many and is not counted. */
    AddressLimit(int most, ClientAddress clients) {
        this.most = most;
        this.clients = clients;
    }

    @Override
    public synchronized void onAccepting(SelectableChannel channel) {
        InetAddress address = remote(channel);
        if (address == null || clients.isTrusted(address)) {
            return;
        }
        String network = ClientAddress.network(address);
        if (counts.merge(network, 1, Integer::sum) > most) {
            say(network);
            // Jetty goes on to register it, cannot, and says so to onAcceptFailed.
            IO.close(channel);
        }
        networks.put(channel, network);
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        ended(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        ended(channel);
    }

    private synchronized void ended(SelectableChannel channel) {
        String network = networks.remove(channel);
        if (network != null) {
            counts.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Once a minute: a flood of connections must not become one of lines. */
    private void say(String network) {
        long now = System.nanoTime();
        if (now - nextWord >= 0) {
            nextWord = now + SILENCE_NANOS;
            log.warn("connections: {} has {} open, more are refused", network, most);
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
