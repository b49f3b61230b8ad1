package heliograph.relay.port;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.dtls.DtlsIdentity;
import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LegEnd;
import heliograph.relay.leg.RemoteTransport;
import heliograph.relay.leg.RemoteTransport.Setup;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a port makes of those who are nobody's viewer, and of viewers that mean no good. */
class StrangersTest extends LegFixture {
    @Test
    void aCertificateThatTheDescriptionDoesNotNameIsRefused() throws Exception {
        Port port = port(settings("127.0.0.1"), BOTH);
        Heard heard = new Heard();
        Leg leg = port.open(heard);
        Remote remote = remote(false, "127.0.0.1", BOTH);
        RemoteTransport honest = remote.description();
        String another = DtlsIdentity.create(InstantSource.system()).fingerprint();
        leg.connect(new RemoteTransport(honest.iceUfrag(), honest.icePwd(), another, Setup.ACTPASS));
        remote.connect(leg.local());
        assertThat(heard.ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(LegEnd.HANDSHAKE_FAILED);
        assertThat(heard.connected.getCount()).isOne();
        assertNothingIsLeft(port);
    }

    @Test
    void noLegCanTakeAnothersAddress() throws Exception {
        Connected pair = connect();
        Leg other = pair.port().open(new Heard());
        pair.remote().send(pair.remote().check(other.local()));
        pair.remote().answers.clear();
        assertMediaGoesBothWays(pair.leg(), pair.heard(), pair.remote(), 4);
    }

    @Test
    void noLegKeepsAnAddressWhereNobodyAnswersIt() throws Exception {
        Connected pair = connect();
        Heard heard = new Heard();
        Leg other = pair.port().open(heard);
        Remote honest = remote(false, "127.0.0.1", BOTH);
        // Its address stands on checks that are good for somebody else's leg, to which it has nothing to say.
        honest.connect(pair.leg().local());
        assertThat(honest.answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        other.connect(honest.description());
        honest.connect(other.local());
        assertConnected(honest, heard);
        assertMediaGoesBothWays(other, heard, honest, 0);
        assertMediaGoesBothWays(pair.leg(), pair.heard(), pair.remote(), 1);
    }

    @Test
    void strangersAreNotNoticed() throws Exception {
        Connected pair = connect();
        AtomicInteger numbers = new AtomicInteger(100);
        Random random = new Random(5);
        byte[] check = pair.remote().check(pair.leg().local());
        byte[] forged = check.clone();
        forged[forged.length - 12] ^= 1;
        InetSocketAddress target = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), pair.port().number());
        try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket another = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 100_000; i++) {
                byte[] packet = new byte[random.nextInt(200)];
                random.nextBytes(packet);
                if (packet.length > 0 && i % 2 == 0) {
                    // What looks like STUN, DTLS or SRTP goes further.
                    packet[0] = (byte) List.of(0, 1, 22, 20, 128, 144)
                            .get(random.nextInt(6))
                            .intValue();
                }
                if (i % 100 == 0) {
                    packet = Arrays.copyOf(check, random.nextInt(check.length));
                } else if (i % 100 == 50) {
                    packet = forged;
                }
                (i % 3 == 0 ? another : stranger).send(new DatagramPacket(packet, packet.length, target));
                if (i % 10_000 == 0) {
                    // So many at once fill the socket's buffer, and then whose packet is lost is chance.
                    assertMediaGoesOnBothWays(pair, numbers);
                }
            }
            CountDownLatch counted = new CountDownLatch(1);
            pair.port().post(() -> {
                assertThat(pair.port().bound()).isOne();
                counted.countDown();
            });
            assertThat(counted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertMediaGoesOnBothWays(pair, numbers);
        assertThat(pair.heard().ends).isEmpty();
    }

    @Test
    void theWayIsOpenedToARemotesCandidatesAFewTimes() throws Exception {
        Port port = port(settings("127.0.0.1"), BOTH);
        Leg leg = port.open(new Heard());
        Remote remote = remote(false, "127.0.0.1", BOTH);
        int number = remote.address().getPort();
        leg.remoteCandidate("candidate:1 1 udp 2113937151 6e8bd0a4.local " + number + " typ host");
        leg.remoteCandidate("1 1 tcp 2113937151 127.0.0.1 " + number + " typ host tcptype active");
        leg.remoteCandidate("1 1 udp 2113937151 127.0.0.1 " + number + " typ host generation 0");
        leg.remoteCandidate("1 1 udp 2113937151 127.0.0.1 " + number + " typ host generation 0");
        for (int i = 0; i < 4; i++) {
            assertThat(remote.indications.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isNotNull();
        }
        assertThat(remote.indications.poll(1, TimeUnit.SECONDS)).isNull();
    }
}
