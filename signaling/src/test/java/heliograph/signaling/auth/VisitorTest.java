package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class VisitorTest {
    private static Visitor at(String address) throws Exception {
        return Visitor.at(InetAddress.getByName(address));
    }

    @Test
    void ofIpv6NetworkHomeAndSiteAreCountedAndNotTheAddress() throws Exception {
        Visitor one = at("2001:db8:1:2:3:4:5:6");
        Visitor neighbour = at("2001:db8:1:2::9");
        Visitor nextDoor = at("2001:db8:1:3:3:4:5:6");
        Visitor nextHome = at("2001:db8:1:103:3:4:5:6");
        Visitor elsewhere = at("2001:db8:2:2:3:4:5:6");
        assertThat(neighbour.network()).isEqualTo(one.network());
        assertThat(nextDoor.network()).isNotEqualTo(one.network());
        assertThat(nextDoor.home()).isEqualTo(one.home());
        assertThat(nextHome.home()).isNotEqualTo(one.home());
        assertThat(nextHome.site()).isEqualTo(one.site());
        assertThat(elsewhere.site()).isNotEqualTo(one.site());
        assertThat(one.address()).isEqualTo("2001:db8:1:2:3:4:5:6");
        assertThat(one.network()).isEqualTo("20:01:0d:b8:00:01:00:02/64");
        assertThat(one.prefixes()).containsExactly(one.network(), one.home(), one.site());
    }

    @Test
    void ofIpv4EachAddressIsItsOwnNetworkAndSite() throws Exception {
        assertThat(at("192.0.2.1")).isEqualTo(new Visitor("192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.1"));
        assertThat(at("::ffff:192.0.2.1")).isEqualTo(at("192.0.2.1"));
    }

    @Test
    void aZoneIsNoPartOfTheAddress() throws Exception {
        assertThat(Visitor.at(InetAddress.getByName("fe80::1%1")).address()).isEqualTo("fe80:0:0:0:0:0:0:1");
    }
}
