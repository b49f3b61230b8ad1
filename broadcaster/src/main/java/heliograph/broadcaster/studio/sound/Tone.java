package heliograph.broadcaster.studio.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The test tone: 1 kHz for the first 100 ms of each second of the wall clock. Pure; any thread. */
public final class Tone {
    private static final int HERTZ = 1000;
    private static final int AMPLITUDE = 8000;
    private static final long ON_NANOS = 100_000_000;
    private static final long SECOND_NANOS = 1_000_000_000;

    private Tone() {}

    /** The block whose first sample belongs to this moment of the wall clock. */
    public static byte[] block(long wallNanos) {
        ByteBuffer block = ByteBuffer.allocate(SoundFan.BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SoundFan.BLOCK_SAMPLES; i++) {
            long inSecond = Math.floorMod(wallNanos + i * SECOND_NANOS / SoundFan.RATE, SECOND_NANOS);
            double phase = 2 * Math.PI * HERTZ * inSecond / SECOND_NANOS;
            block.putShort((short) (inSecond < ON_NANOS ? Math.round(AMPLITUDE * Math.sin(phase)) : 0));
        }
        return block.array();
    }
}
