package heliograph.relay.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.relay.dtls.DtlsIdentity;
import heliograph.relay.dtls.Handshakes;
import heliograph.relay.leg.Leg;
import heliograph.relay.srtp.ProtectionProfile;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** Ports, legs and their remotes, closed after each test. */
abstract class LegFixture {
    static final long PATIENCE_SECONDS = 60;
    static final Duration PATIENCE = Duration.ofSeconds(PATIENCE_SECONDS);
    static final List<ProtectionProfile> BOTH = List.of(ProtectionProfile.values());

    final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    record Connected(Port port, Leg leg, Heard heard, Remote remote) {}

    Connected connect() throws Exception {
        return connect(settings("127.0.0.1"), false);
    }

    Connected connect(PortSettings settings, boolean remoteIsServer) throws Exception {
        return connect(port(settings, BOTH), remoteIsServer);
    }

    /** By 127.0.0.1. */
    Connected connect(Port port, boolean remoteIsServer) throws Exception {
        Heard heard = new Heard();
        Leg leg = port.open(heard);
        Remote remote = remote(remoteIsServer, "127.0.0.1", BOTH);
        leg.connect(remote.description());
        remote.connect(leg.local());
        assertConnected(remote, heard);
        assertMediaGoesBothWays(leg, heard, remote, 0);
        return new Connected(port, leg, heard, remote);
    }

    static void assertConnected(Remote remote, Heard heard) throws InterruptedException {
        assertThat(heard.connected.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(remote.connected.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    static void assertMediaGoesBothWays(Leg leg, Heard heard, Remote remote, int number) throws Exception {
        byte[] rtp = packet(number);
        byte[] rtcp = control(number);
        leg.sendRtp(rtp, 0, rtp.length);
        assertThat(remote.rtp.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(rtp);
        leg.sendRtcp(rtcp, 0, rtcp.length);
        assertThat(remote.rtcp.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(rtcp);
        remote.sendRtp(rtp);
        assertThat(heard.rtp.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(rtp);
        remote.sendRtcp(rtcp);
        assertThat(heard.rtcp.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(rtcp);
    }

    /** As {@link #assertMediaGoesBothWays}, where a full buffer may lose some: with new numbers, the next of these, until each way one came. */
    static void assertMediaGoesOnBothWays(Connected pair, AtomicInteger numbers) {
        await().atMost(PATIENCE).until(() -> {
            byte[] rtp = packet(numbers.incrementAndGet());
            pair.leg().sendRtp(rtp, 0, rtp.length);
            return comes(pair.remote().rtp, rtp);
        });
        await().atMost(PATIENCE).until(() -> {
            byte[] rtcp = control(numbers.incrementAndGet());
            pair.leg().sendRtcp(rtcp, 0, rtcp.length);
            return comes(pair.remote().rtcp, rtcp);
        });
        await().atMost(PATIENCE).until(() -> {
            byte[] rtp = packet(numbers.incrementAndGet());
            pair.remote().sendRtp(rtp);
            return comes(pair.heard().rtp, rtp);
        });
        await().atMost(PATIENCE).until(() -> {
            byte[] rtcp = control(numbers.incrementAndGet());
            pair.remote().sendRtcp(rtcp);
            return comes(pair.heard().rtcp, rtcp);
        });
    }

    /** Whether it comes within a second; what comes before it was late. */
    private static boolean comes(BlockingQueue<byte[]> queue, byte[] expected) throws InterruptedException {
        byte[] next = queue.poll(1, TimeUnit.SECONDS);
        while (next != null && !Arrays.equals(next, expected)) {
            next = queue.poll(1, TimeUnit.SECONDS);
        }
        return next != null;
    }

    private static byte[] control(int number) {
        byte[] rtcp = packet(number);
        rtcp[1] = (byte) 200;
        return rtcp;
    }

    static byte[] packet(int number) {
        return ByteBuffer.allocate(40)
                .putShort((short) 0x8060)
                .putShort((short) number)
                .putInt(3000 * number)
                .putInt(0xcafe)
                .array();
    }

    static void assertNothingIsLeft(Port port) {
        await().atMost(PATIENCE).until(() -> port.registered() == 0);
        CountDownLatch counted = new CountDownLatch(1);
        port.post(() -> {
            if (port.bound() == 0) {
                counted.countDown();
            }
        });
        await().atMost(PATIENCE).until(() -> counted.getCount() == 0);
    }

    /** Nobody is given up, however busy the machine is, but where a test is about that. */
    static PortSettings settings(String address) throws Exception {
        return settings(address, PATIENCE, PATIENCE);
    }

    static PortSettings settings(String address, Duration reach, Duration consent) throws Exception {
        return new PortSettings(
                "relay",
                0,
                List.of(InetAddress.getByName(address)),
                Optional.empty(),
                List.of(),
                reach,
                consent,
                Duration.ofSeconds(20));
    }

    Port port(PortSettings settings, List<ProtectionProfile> profiles) throws Exception {
        Port port = new Port(settings, handshakes(profiles));
        port.start();
        opened.add(port);
        return port;
    }

    Handshakes handshakes(List<ProtectionProfile> profiles) {
        Handshakes handshakes = new Handshakes(DtlsIdentity.create(InstantSource.system()), profiles);
        opened.add(handshakes);
        return handshakes;
    }

    Remote remote(boolean server, String address, List<ProtectionProfile> profiles) throws Exception {
        Remote remote = new Remote(handshakes(profiles), server, InetAddress.getByName(address));
        opened.add(remote);
        return remote;
    }
}
