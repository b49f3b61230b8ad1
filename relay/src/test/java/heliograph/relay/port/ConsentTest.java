package heliograph.relay.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LegEnd;
import heliograph.relay.stun.StunMessage;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Nobody is sent anything who did not say that he wants it (RFC 7675), whatever a viewer makes of the sender's address. */
class ConsentTest extends LegFixture {
    @Test
    void mediaDoesNotFollowToAnAddressThatDoesNotAnswer() throws Exception {
        Connected pair = connect();
        // Or its next nomination would have the last word.
        pair.remote().checking = false;
        try (DatagramSocket victim = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 3; i++) {
                forge(pair, victim);
                assertMediaGoesBothWays(pair.leg(), pair.heard(), pair.remote(), 10 + i);
            }
            assertThat(received(victim)).isNotEmpty().allSatisfy(ConsentTest::isStun);
        }
        assertThat(pair.heard().ends).isEmpty();
    }

    @Test
    void whoNeverAnswersIsSentAFewSmallPacketsAndNoMore() throws Exception {
        Connected pair = connect();
        // Or its next nomination would have the last word.
        pair.remote().checking = false;
        try (DatagramSocket victim = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            int forged = forge(pair, victim);
            List<byte[]> received = new ArrayList<>();
            // The last of the checks that nobody asked for comes 3 s after the first; then there is silence.
            await().atMost(PATIENCE).until(() -> {
                List<byte[]> more = received(victim);
                received.addAll(more);
                return received.size() >= 6 && more.isEmpty();
            });
            victim.setSoTimeout(5000);
            assertThat(received(victim)).isEmpty();
            assertThat(received).hasSize(6);
            assertThat(received.stream().mapToInt(packet -> packet.length).sum())
                    .isLessThan(10 * forged);
        }
    }

    @Test
    void whoIsSpokenForOverAndOverIsSentACheckASecond() throws Exception {
        Connected pair = connect();
        // Or its next nomination would have the last word.
        pair.remote().checking = false;
        try (DatagramSocket victim = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            victim.setSoTimeout(70);
            List<StunMessage> checks = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                forge(pair, victim);
                checks.addAll(checks(victim));
            }
            await().atMost(PATIENCE).until(() -> {
                checks.addAll(checks(victim));
                return checks.size() >= 5;
            });
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            // The first five come faster; and a second has begun and another may have when the clock is read.
            assertThat(checks).hasSizeLessThanOrEqualTo(7 + (int) seconds);
        }
    }

    @Test
    void aForgedAnswerIsNone() throws Exception {
        Connected pair = connect();
        // Or its next nomination would have the last word.
        pair.remote().checking = false;
        try (DatagramSocket victim = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            forge(pair, victim);
            StunMessage check = await().atMost(PATIENCE)
                    .until(() -> checks(victim), checks -> !checks.isEmpty())
                    .get(0);
            byte[] key = pair.remote().credentials.pwd().getBytes(StandardCharsets.UTF_8);
            byte[] otherId = check.transactionId();
            otherId[0] ^= 1;
            send(pair, victim, pair.remote().success(otherId, key));
            send(
                    pair,
                    victim,
                    pair.remote()
                            .success(
                                    check.transactionId(),
                                    "another password of theirs".getBytes(StandardCharsets.UTF_8)));
            assertMediaGoesBothWays(pair.leg(), pair.heard(), pair.remote(), 20);
            // The remote itself may take another socket, and the very same answer, well made, moves it.
            send(pair, victim, pair.remote().success(check.transactionId(), key));
            AtomicInteger number = new AtomicInteger(20);
            await().atMost(PATIENCE).until(() -> {
                pair.leg().sendRtp(packet(number.incrementAndGet()), 0, 40);
                return received(victim).stream().anyMatch(packet -> !isStunType(packet));
            });
        }
    }

    @Test
    void noHandshakeGoesToAnAddressThatDidNotAnswer() throws Exception {
        Port port = port(settings("127.0.0.1", Duration.ofSeconds(2), PATIENCE), BOTH);
        Heard heard = new Heard();
        Leg leg = port.open(heard);
        Remote remote = remote(false, "127.0.0.1", BOTH);
        remote.answering = false;
        leg.connect(remote.description());
        remote.connect(leg.local());
        assertThat(remote.asked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        assertThat(heard.ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(LegEnd.UNREACHED);
        assertThat(remote.handshakePackets).hasValue(0);
    }

    @Test
    void checksAloneAreNoConsent() throws Exception {
        Connected pair = connect(settings("127.0.0.1", PATIENCE, Duration.ofSeconds(6)), false);
        pair.remote().answering = false;
        assertThat(pair.heard().ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(LegEnd.SILENT);
    }

    /** A check as good as the viewer can make it, under the address of somebody who knows nothing of it. Its size. */
    private static int forge(Connected pair, DatagramSocket victim) throws Exception {
        byte[] check = pair.remote().check(pair.leg().local());
        send(pair, victim, check);
        return check.length;
    }

    private static void send(Connected pair, DatagramSocket victim, byte[] packet) throws IOException {
        InetSocketAddress target = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), pair.port().number());
        victim.send(new DatagramPacket(packet, packet.length, target));
    }

    /** All that has come, until nothing more does for a while. */
    private static List<byte[]> received(DatagramSocket victim) throws IOException {
        if (victim.getSoTimeout() == 0) {
            victim.setSoTimeout(300);
        }
        List<byte[]> all = new ArrayList<>();
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
            try {
                victim.receive(packet);
            } catch (SocketTimeoutException nothingMore) {
                return all;
            }
            all.add(Arrays.copyOf(packet.getData(), packet.getLength()));
        }
    }

    private static List<StunMessage> checks(DatagramSocket victim) throws IOException {
        return received(victim).stream()
                .flatMap(packet -> StunMessage.read(packet, 0, packet.length).stream())
                .filter(message -> message.type() == StunMessage.BINDING_REQUEST)
                .toList();
    }

    private static void isStun(byte[] packet) {
        assertThat(isStunType(packet)).isTrue();
    }

    private static boolean isStunType(byte[] packet) {
        return (packet[0] & 0xFF) < 4;
    }
}
