package heliograph.bench.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class StunMessageTest {
    private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";
    private static final byte[] TRANSACTION = HexFormat.of().parseHex("b7e7a701bc34d686fa87dfae");

    /** RFC 5769, section 2.2, without SOFTWARE. */
    @Test
    void theMappedAddressIsThatOfTheTestVector() throws Exception {
        byte[] request = new byte[20];
        System.arraycopy(TRANSACTION, 0, request, 8, 12);

        byte[] response = StunMessage.success(
                request,
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 32853),
                PASSWORD);

        assertThat(StunMessage.type(response)).isEqualTo(StunMessage.BINDING_SUCCESS);
        assertThat(HexFormat.of().formatHex(response, 20, 32)).isEqualTo("002000080001a147e112a643");
        assertThat(StunMessage.answers(response, TRANSACTION)).isTrue();
        assertSealed(response);
    }

    @Test
    void aCheckNominatesAndIsSealed() throws Exception {
        byte[] check = StunMessage.check("evtj:h6vY", PASSWORD, 0x932ff9b151263b36L, TRANSACTION);

        assertThat(StunMessage.is(check, check.length)).isTrue();
        assertThat(StunMessage.type(check)).isEqualTo(StunMessage.BINDING_REQUEST);
        assertThat(HexFormat.of().formatHex(check))
                .contains(
                        "00060009" + HexFormat.of().formatHex("evtj:h6vY".getBytes(StandardCharsets.UTF_8)) + "000000")
                .contains("802a0008932ff9b151263b36")
                .contains("00250000");
        assertSealed(check);
    }

    @Test
    void mediaIsNoStun() {
        byte[] rtp = new byte[40];
        rtp[0] = (byte) 0x80;
        assertThat(StunMessage.is(rtp, rtp.length)).isFalse();
        assertThat(StunMessage.is(new byte[4], 4)).isFalse();
    }

    // Both seals are worked out again from what is before them.
    private static void assertSealed(byte[] message) throws Exception {
        ByteBuffer in = ByteBuffer.wrap(message);
        assertThat(in.getShort(2)).isEqualTo((short) (message.length - 20));
        CRC32 crc = new CRC32();
        crc.update(message, 0, message.length - 8);
        assertThat(in.getInt(message.length - 4)).isEqualTo((int) crc.getValue() ^ 0x5354554e);

        byte[] covered = Arrays.copyOf(message, message.length - 32);
        ByteBuffer.wrap(covered).putShort(2, (short) (message.length - 28));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(PASSWORD.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        assertThat(Arrays.copyOfRange(message, message.length - 28, message.length - 8))
                .isEqualTo(mac.doFinal(covered));
    }
}
