package heliograph.broadcaster.desk.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.5",
                "100.64.0.1",
                "100.127.255.254",
                "169.254.1.1",
                "127.0.0.84",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "::ffff:10.0.0.1"
            })
    void theseTheInternetDoesNotKnow(String address) throws UnknownHostException {
        assertThat(Reach.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "2001:db8::1",
                "fbff::1"
            })
    void theseItMayKnow(String address) throws UnknownHostException {
        assertThat(Reach.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.84", "0.0.0.0", "::1"})
    void theseAreThisComputers(String address) throws UnknownHostException {
        assertThat(Reach.isOwn(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1"})
    void theseAreNot(String address) throws UnknownHostException {
        assertThat(Reach.isOwn(InetAddress.getByName(address))).isFalse();
    }
}
