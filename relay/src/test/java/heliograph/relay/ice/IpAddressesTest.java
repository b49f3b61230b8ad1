package heliograph.relay.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class IpAddressesTest {
    @Test
    void theLoopbackIsServedOnlyIfItIsAskedFor() throws Exception {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        assertThat(IpAddresses.served(List.of(loopback))).containsExactly(loopback);
        assertThat(IpAddresses.served(List.of(InetAddress.getByAddress(new byte[4]))))
                .noneMatch(InetAddress::isLoopbackAddress)
                .noneMatch(InetAddress::isLinkLocalAddress)
                .noneMatch(InetAddress::isAnyLocalAddress);
    }

    @Test
    void anAddressThatThisMachineHasNotIsNotServed() throws Exception {
        InetAddress elsewhere = InetAddress.getByAddress(new byte[] {(byte) 203, 0, 113, 7});
        assertThat(IpAddresses.served(List.of(elsewhere))).isEmpty();
    }
}
