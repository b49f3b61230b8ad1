package heliograph.signaling.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who asks, for counting: of IPv6 the first half, because the second is the asker's to choose. Holds nothing; any thread. */
final class NetworkOf {
    private NetworkOf() {}

    static String remote(@Nullable SocketAddress remote) {
        if (remote instanceof InetSocketAddress socket) {
            InetAddress address = socket.getAddress();
            if (address instanceof Inet6Address) {
                return HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), 8));
            }
            return address.getHostAddress();
        }
        return "unknown";
    }
}
