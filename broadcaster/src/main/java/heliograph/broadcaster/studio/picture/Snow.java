package heliograph.broadcaster.studio.picture;

import java.util.SplittableRandom;

/**
 * A patch of moving noise, so large that the encoder has something to spend its bitrate on: a picture of bars alone
 * takes a tenth of it, and nothing could be said about the link. One thread.
 */
final class Snow {
    /** What a pixel of this noise takes at a middling quality, as measured with VP8. */
    private static final double BITS_PER_PIXEL = 2.0;

    private static final int DEPTH = 1 << 16;
    private static final int AMPLITUDE = 48;

    private final int left;
    private final int top;
    private final int width;
    private final int rows;
    private final byte[] noise;
    private final SplittableRandom random = new SplittableRandom(1);

    /**
     * As many rows of a box as the bitrate is good for.
     *
     * @param bitsPerFrame what the encoder may spend on a frame
     */
    Snow(int left, int top, int right, int bottom, int bitsPerFrame) {
        this.left = left;
        this.top = top;
        this.width = Math.max(0, right - left);
        this.rows = width == 0 ? 0 : (int) Math.min(bottom - top, bitsPerFrame / BITS_PER_PIXEL / width);
        this.noise = new byte[DEPTH + width];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (126 + random.nextInt(-AMPLITUDE, AMPLITUDE + 1));
        }
    }

    void paint(Canvas canvas) {
        for (int row = 0; row < rows; row++) {
            canvas.lumas(left, top + row, noise, random.nextInt(DEPTH), width);
        }
    }
}
