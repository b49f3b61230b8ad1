package heliograph.relay.port;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A way to a remote that a check came by: the socket that was asked, and who asked. Immutable; any thread. */
record Path(LocalSocket socket, InetSocketAddress remote) {
    void send(ByteBuffer packet) {
        socket.send(packet, remote);
    }
}
