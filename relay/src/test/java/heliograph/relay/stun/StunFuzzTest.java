package heliograph.relay.stun;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** What anybody may send to the relay's port. */
class StunFuzzTest {
    /** The input is a packet; its last FINGERPRINT is made right first, so that what is behind that is looked at as well. */
    @FuzzTest
    void aPacketIsNoMessageOrSaysTheSameWhereverItLies(byte[] input) {
        byte[] packet = input.clone();
        if (packet.length >= 28 && packet[packet.length - 8] == (byte) 0x80 && packet[packet.length - 7] == 0x28) {
            int crc = StunMessage.fingerprint(packet, packet.length - 8);
            for (int i = 0; i < 4; i++) {
                packet[packet.length - 4 + i] = (byte) (crc >>> (24 - 8 * i));
            }
        }
        byte[] elsewhere = new byte[packet.length + 7];
        Arrays.fill(elsewhere, (byte) 0x55);
        System.arraycopy(packet, 0, elsewhere, 3, packet.length);
        var message = StunMessage.read(packet, 0, packet.length);
        var moved = StunMessage.read(elsewhere, 3, packet.length);
        assertThat(message.map(StunFuzzTest::said)).isEqualTo(moved.map(StunFuzzTest::said));
        message.ifPresent(read -> {
            assertThat(packet.length).isGreaterThanOrEqualTo(20).matches(length -> length % 4 == 0);
            assertThat(read.transactionId()).isEqualTo(Arrays.copyOfRange(packet, 8, 20));
            // Nobody has this key but us, so nobody's message has its integrity.
            assertThat(read.hasIntegrity(new byte[] {1, 2, 3})).isFalse();
        });
    }

    private static String said(StunMessage message) {
        return message.type() + " " + message.username() + message.priority() + message.xorMappedAddress()
                + message.errorCode() + message.notUnderstood() + message.has(StunMessage.USE_CANDIDATE);
    }
}
