package heliograph.bench.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RtpPacketTest {
    @Test
    void extensionAndPaddingAreNoPayload() {
        byte[] packet = bytes("b0e0" + "0102" + "00000003" + "00000004" + "bede0001" + "10ff0000" + "aabb" + "0002");

        RtpPacket rtp = RtpPacket.parse(packet, 0, packet.length);

        assertThat(rtp).isEqualTo(new RtpPacket(96, true, 0x0102, 3, 4, 20, 2));
    }

    @Test
    void onlyTheFirstPacketOfAKeyFrameBeginsOne() {
        assertThat(key("10" + "00")).isTrue();
        assertThat(key("10" + "01")).isFalse();
        assertThat(key("00" + "00")).isFalse();
        assertThat(key("11" + "00")).isFalse();
        assertThat(key("10")).isFalse();
    }

    @Test
    void theDescriptorsExtensionIsReadOver() {
        assertThat(key("90" + "80" + "8123" + "00")).isTrue();
        assertThat(key("90" + "80" + "23" + "01")).isFalse();
        assertThat(key("90" + "e0" + "8123" + "05" + "40" + "00")).isTrue();
        assertThat(key("90" + "e0" + "8123" + "05" + "40")).isFalse();
    }

    private static boolean key(String payload) {
        byte[] bytes = bytes(payload);
        return RtpPacket.beginsKeyFrame(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
