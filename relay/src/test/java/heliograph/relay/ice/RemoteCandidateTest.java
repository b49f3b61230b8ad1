package heliograph.relay.ice;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.leg.CandidateType;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteCandidateTest {
    @Test
    void anAddressInFiguresIsRead() {
        assertThat(RemoteCandidate.read("candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host generation 0 ufrag x"))
                .contains(new RemoteCandidate(new InetSocketAddress("192.0.2.7", 50000), CandidateType.HOST));
        assertThat(RemoteCandidate.read("2 1 UDP 1686052607 2001:db8::7 50001 typ srflx raddr 192.0.2.7 rport 50000"))
                .contains(new RemoteCandidate(
                        new InetSocketAddress("2001:db8::7", 50001), CandidateType.SERVER_REFLEXIVE));
        assertThat(RemoteCandidate.read("3 1 udp 1 192.0.2.9 50002 typ relay raddr 192.0.2.7 rport 50000"))
                .contains(new RemoteCandidate(new InetSocketAddress("192.0.2.9", 50002), CandidateType.RELAYED));
    }

    /** Nobody may make the relay look up a name, or send to where no viewer can be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "candidate:",
                "1 1 udp 1 6e8bd0a4-0000-4000-8000-000000000000.local 50000 typ host",
                "1 1 udp 1 example.org 50000 typ host",
                "1 1 tcp 1 192.0.2.7 50000 typ host tcptype active",
                "1 2 udp 1 192.0.2.7 50000 typ host",
                "1 1 udp 1 192.0.2.7 0 typ host",
                "1 1 udp 1 192.0.2.7 53 typ host",
                "1 1 udp 1 192.0.2.7 65536 typ host",
                "1 1 udp 1 192.0.2.7 -5000 typ host",
                "1 1 udp 1 192.0.2.7 50000 host typ",
                "1 1 udp 1 192.0.2.7 50000 typ",
                "1 1 udp 1 192.0.2.256 50000 typ host",
                "1 1 udp 1 0.0.0.0 50000 typ host",
                "1 1 udp 1 0.1.2.3 50000 typ host",
                "1 1 udp 1 224.0.0.251 5353 typ host",
                "1 1 udp 1 255.255.255.255 50000 typ host",
                "1 1 udp 1 240.0.0.1 50000 typ host",
                "1 1 udp 1 169.254.1.1 50000 typ host",
                "1 1 udp 1 :: 50000 typ host",
                "1 1 udp 1 ff02::fb 5353 typ host",
                "1 1 udp 1 fe80::1 50000 typ host",
                "1 1 udp 1 fe80::1%eth0 50000 typ host",
                "1 1 udp 1 1 50000 typ host",
            })
    void anythingElseIsPassedOver(String attribute) {
        assertThat(RemoteCandidate.read(attribute)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNotReadAtAll() {
        assertThat(RemoteCandidate.read("1 1 udp 1 192.0.2.7 50000 typ host" + " x".repeat(400)))
                .isEmpty();
    }
}
