package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.tls.MachineNames;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static List<String> hosts(int ipv4, int ipv6) throws UnknownHostException {
        Set<InetAddress> addresses = new HashSet<>();
        for (int i = 1; i <= ipv4; i++) {
            addresses.add(InetAddress.getByName("192.0.2." + i));
        }
        for (int i = 1; i <= ipv6; i++) {
            addresses.add(InetAddress.getByName("2001:db8::" + i));
        }
        addresses.add(InetAddress.getLoopbackAddress());
        MachineNames machine = new MachineNames(
                Set.of("localhost", "desk", "desk.local"), addresses, InetAddress.getLoopbackAddress());
        return Addresses.all(machine, host -> !host.equals("192.0.2.1"), 8443).stream()
                .map(URI::getHost)
                .toList();
    }

    @Test
    void manyIpv4AddressesLeaveRoomForTheNameAndForIpv6() throws UnknownHostException {
        assertThat(hosts(12, 5))
                .hasSize(8)
                .contains("desk.local", "[2001:db8:0:0:0:0:0:1]", "[2001:db8:0:0:0:0:0:2]")
                .doesNotContain("192.0.2.1");
        assertThat(hosts(12, 1)).hasSize(8).endsWith("desk.local", "[2001:db8:0:0:0:0:0:1]");
    }

    @Test
    void whereThereIsLittleElseTheyHaveItAll() throws UnknownHostException {
        assertThat(hosts(12, 0)).hasSize(8).endsWith("desk.local");
        assertThat(hosts(2, 9)).hasSize(8).startsWith("192.0.2.2", "desk.local");
    }
}
