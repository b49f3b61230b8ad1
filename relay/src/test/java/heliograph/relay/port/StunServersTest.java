package heliograph.relay.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StunServersTest {
    private static final InetSocketAddress FIRST = InetSocketAddress.createUnresolved("first.test", 3478);
    private static final InetSocketAddress SECOND = InetSocketAddress.createUnresolved("second.test", 3478);

    private final Map<InetSocketAddress, InetSocketAddress> names = new HashMap<>();
    private final StunServers servers =
            new StunServers(List.of(FIRST, SECOND), server -> names.getOrDefault(server, server));

    @Test
    void whatWasFoundLastIsKeptWhileTheNameServerIsSilent() {
        assertThat(servers.addresses()).isEmpty();
        names.put(SECOND, address(2));
        assertThat(servers.addresses()).containsExactly(address(2));
        names.put(FIRST, address(1));
        names.remove(SECOND);
        assertThat(servers.addresses()).containsExactly(address(1), address(2));
        names.clear();
        assertThat(servers.addresses()).containsExactly(address(1), address(2));
        names.put(FIRST, address(3));
        assertThat(servers.addresses()).containsExactly(address(3), address(2));
    }

    private static InetSocketAddress address(int last) {
        return new InetSocketAddress("192.0.2." + last, 3478);
    }
}
