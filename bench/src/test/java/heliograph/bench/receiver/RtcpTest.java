package heliograph.bench.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtcpTest {
    @Test
    void aNackNamesSixteenMoreThatFollow() {
        byte[] nack = Rtcp.nack(1, 2, List.of(65535, 0, 15, 16, 100));

        assertThat(HexFormat.of().formatHex(nack))
                .isEqualTo("81cd0005" + "00000001" + "00000002" + "ffff8001" + "00100000" + "00640000");
    }

    @Test
    void aRembHasEighteenBitsAndAnExponent() {
        byte[] remb = Rtcp.remb(1, 2, 20_000_000);

        assertThat(HexFormat.of().formatHex(remb))
                .startsWith("8fce0005" + "00000001" + "00000000" + "52454d42")
                .endsWith("00000002");
        int value = ByteBuffer.wrap(remb).getInt(16);
        assertThat(value >>> 24).isEqualTo(1);
        long bits = (long) (value & 0x3ffff) << (value >> 18 & 0x3f);
        assertThat(bits).isBetween(19_900_000L, 20_000_000L);
    }

    @Test
    void eachPartSaysHowLongItIs() {
        byte[] report = Rtcp.report(7, List.of(new Rtcp.Block(9, 12, 3, 70_000, 5, 6, 8)));

        assertThat(report.length % 4).isZero();
        assertThat(report[0] & 0x1f).isEqualTo(1);
        int first = 4 * (ByteBuffer.wrap(report).getShort(2) + 1);
        int second = 4 * (ByteBuffer.wrap(report).getShort(first + 2) + 1);
        assertThat(report[first + 1] & 0xff).isEqualTo(202);
        assertThat(first + second).isEqualTo(report.length);
    }

    @Test
    void senderReportsAreFoundAmongOthers() {
        byte[] sender = HexFormat.of().parseHex("80c80006" + "0000002a" + "1122334455667788" + "00".repeat(12));
        byte[] compound = Rtcp.compound(List.of(Rtcp.pictureLoss(1, 2), sender));

        assertThat(Rtcp.senderReports(compound, 0, compound.length))
                .containsExactly(new Rtcp.SenderReport(42, 0x33445566));
    }
}
