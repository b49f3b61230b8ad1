package heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CaptureTest {
    private static final int SIZE = 54;

    @Test
    void portsAndTimestampAreReadAndAHalfRecordIsLeftOut() throws Exception {
        ByteBuffer file = ByteBuffer.allocate(24 + 2 * (16 + SIZE)).order(ByteOrder.LITTLE_ENDIAN);
        file.position(24);
        for (int i = 0; i < 2; i++) {
            file.putInt(1000).putInt(500).putInt(SIZE).putInt(1200);
            ByteBuffer packet = ByteBuffer.allocate(SIZE);
            packet.put(14, (byte) 0x45).putShort(34, (short) 40_000).putShort(36, (short) 50_000);
            packet.putInt(46, 0xfffffffe);
            file.put(packet.array());
        }
        byte[] cut = Arrays.copyOf(file.array(), file.capacity() - 10);

        assertThat(Capture.read(new ByteArrayInputStream(cut)))
                .containsExactly(new LastPacket(1_000_000.5, 40_000, 50_000, 0xfffffffeL));
        assertThat(Capture.read(new ByteArrayInputStream(new byte[0]))).isEmpty();
    }
}
