package heliograph.broadcaster.desk.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Connects over TCP, with a limit. Any thread that may wait. */
public final class Connecting {
    private Connecting() {}

    /**
     * A socket to an address whose name is looked up now, which has its own limit.
     *
     * @throws IOException when it is refused, or not answered in time
     */
    public static Socket to(InetSocketAddress address, Duration limit) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(address.getHostString(), address.getPort()),
                    Math.toIntExact(limit.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
