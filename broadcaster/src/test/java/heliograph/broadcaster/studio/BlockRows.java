package heliograph.broadcaster.studio;

import java.nio.ByteBuffer;

/** Reads the two rows of 32 blocks out of a picture's luma. */
final class BlockRows {
    private BlockRows() {}

    static int read(ByteBuffer luma, int stride, int width, int height, int row) {
        int bits = 0;
        int y = (2 * row + 1) * height / 32;
        for (int i = 0; i < 32; i++) {
            int x = (2 * i + 1) * width / 64;
            bits = bits << 1 | ((luma.get(y * stride + x) & 0xff) > 128 ? 1 : 0);
        }
        return bits;
    }
}
