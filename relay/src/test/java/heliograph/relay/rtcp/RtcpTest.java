package heliograph.relay.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packets as RFC 3550, 4585, 5104 and the REMB draft lay them out. */
class RtcpTest {
    @Test
    void aCompoundPacketIsReadInItsOrder() {
        assertThat(read("81c90007 00000001 0000000a 40000005 00010001 00000010 12345678 00010000"
                        + "81ce0002 00000001 0000000a"
                        + "81cd0003 00000001 0000000a 00640005"
                        + "84ce0004 00000001 00000000 0000000a 07000000"
                        + "8fce0005 00000001 00000000 52454d42 010dffff 0000000a"))
                .containsExactly(
                        "rr 10 64 5 65537 305419896 65536", "key 10", "nack 10 100 5", "key 10", "remb 1048568");
    }

    @Test
    void whatHasAWrongLengthAnywhereIsNone() {
        for (String packet : List.of(
                "",
                "80",
                "80c90001",
                "81c90002 00000001",
                "00c90001 00000001",
                "80600001 00000001",
                "80c90001 00000001 80",
                "a0c90001 00000000",
                "a0c90001 00000003",
                "a0c90001 00000001 80ca0000")) {
            assertThat(RtcpReader.read(bytes(packet), 0, bytes(packet).length, new RtcpListener() {}))
                    .as(packet)
                    .isFalse();
        }
    }

    @Test
    void reportsThatAreShorterThanTheirCountSayNothing() {
        assertThat(read("9fc90001 00000001")).isEmpty();
        assertThat(read("81cd0001 00000001")).isEmpty();
        assertThat(read("8fce0002 00000001 00000000")).isEmpty();
    }

    @Test
    void whatIsWrittenIsWhatIsRead() {
        RtcpWriter writer = new RtcpWriter();
        writer.begin()
                .senderReport(5, 0x0102030405060708L, 9, 10, 11)
                .canonicalName(5, "name")
                .nack(1, 7, new int[] {65_535, 0, 15, 16}, 4)
                .pictureLoss(1, 8)
                .maximumBitrate(1, 5_000_000, 8);
        byte[] packet = Arrays.copyOf(writer.bytes(), writer.length());
        assertThat(read(HexFormat.of().formatHex(packet)))
                .containsExactly(
                        "sr 5 72623859790382856 9", "nack 7 65535 32769", "nack 7 16 0", "key 8", "remb 5000000");
        writer.begin().receiverReport(3).receptionReport(4, 128, 1, 2, 3, 77, 88);
        assertThat(read(HexFormat.of().formatHex(Arrays.copyOf(writer.bytes(), writer.length()))))
                .containsExactly("rr 4 128 1 2 77 88");
    }

    /** RFC 3611, sections 4.4 and 4.5. */
    @Test
    void aReceiversTimeIsReadAndAnswered() {
        String unknown = "0b0a0001 00000000 ";
        String time = "04000002 0102030405060708 ";
        assertThat(read("80cf0006 00000009" + unknown + time)).containsExactly("time 9 " + 0x0102030405060708L);
        assertThat(read("80cf0003 00000009" + "04000002 01020304")).isEmpty();
        assertThat(read("80cf0003 00000009" + "04000001 01020304")).isEmpty();

        RtcpWriter writer = new RtcpWriter();
        writer.begin().delaySinceReferenceTime(5, 9, 0x0102030405060708L);
        assertThat(Arrays.copyOf(writer.bytes(), writer.length()))
                .isEqualTo(bytes("80cf0005 00000005 05000003 00000009 03040506 00000000"));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static List<String> read(String hex) {
        List<String> heard = new ArrayList<>();
        byte[] packet = bytes(hex);
        assertThat(RtcpReader.read(packet, 0, packet.length, new RtcpListener() {
                    @Override
                    public void senderReport(int ssrc, long ntp, int timestamp) {
                        heard.add("sr " + ssrc + " " + ntp + " " + timestamp);
                    }

                    @Override
                    public void receptionReport(
                            int ssrc, int fractionLost, int lost, int highest, int lastReport, long delay) {
                        heard.add("rr " + ssrc + " " + fractionLost + " " + lost + " " + highest + " " + lastReport
                                + " " + delay);
                    }

                    @Override
                    public void nack(int ssrc, int sequence, int following) {
                        heard.add("nack " + ssrc + " " + sequence + " " + following);
                    }

                    @Override
                    public void keyFrameRequest(int ssrc) {
                        heard.add("key " + ssrc);
                    }

                    @Override
                    public void referenceTime(int ssrc, long ntp) {
                        heard.add("time " + ssrc + " " + ntp);
                    }

                    @Override
                    public void maximumBitrate(long bitsPerSecond) {
                        heard.add("remb " + bitsPerSecond);
                    }
                }))
                .isTrue();
        return heard;
    }
}
