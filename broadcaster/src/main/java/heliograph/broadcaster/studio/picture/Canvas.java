package heliograph.broadcaster.studio.picture;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A picture in I420 that rectangles can be painted on: three planes, the second and third at half the size. One thread.
 *
 * @param width pixels
 * @param height pixels
 * @param y the luma plane
 * @param strideY bytes from one of its rows to the next
 * @param u the first chroma plane
 * @param v the second chroma plane
 * @param strideUv bytes from one of their rows to the next
 */
record Canvas(int width, int height, ByteBuffer y, int strideY, ByteBuffer u, ByteBuffer v, int strideUv) {

    /** A colour as video counts it: luma 16..235, chroma around 128. */
    record Colour(int y, int u, int v) {
        static final Colour BLACK = new Colour(16, 128, 128);
        static final Colour WHITE = new Colour(235, 128, 128);
        static final Colour GREY = new Colour(64, 128, 128);
    }

    /** The buffer itself, which must live for as long as this is painted on. */
    static Canvas of(NativeI420Buffer buffer) {
        return new Canvas(
                buffer.getWidth(),
                buffer.getHeight(),
                buffer.getDataY(),
                buffer.getStrideY(),
                buffer.getDataU(),
                buffer.getDataV(),
                buffer.getStrideU());
    }

    /** An empty one of its own. */
    static Canvas allocate(int width, int height) {
        int chromaWidth = (width + 1) / 2;
        int chromaSize = chromaWidth * ((height + 1) / 2);
        return new Canvas(
                width,
                height,
                ByteBuffer.allocateDirect(width * height),
                width,
                ByteBuffer.allocateDirect(chromaSize),
                ByteBuffer.allocateDirect(chromaSize),
                chromaWidth);
    }

    /** Fills the rectangle from one corner up to, not including, the other; what is outside the picture is left out. */
    void fill(int left, int top, int right, int bottom, Colour colour) {
        int x0 = Math.max(0, left);
        int y0 = Math.max(0, top);
        int x1 = Math.min(width, right);
        int y1 = Math.min(height, bottom);
        if (x0 >= x1 || y0 >= y1) {
            return;
        }
        fill(y, strideY, x0, y0, x1, y1, colour.y());
        fill(u, strideUv, x0 / 2, y0 / 2, (x1 + 1) / 2, (y1 + 1) / 2, colour.u());
        fill(v, strideUv, x0 / 2, y0 / 2, (x1 + 1) / 2, (y1 + 1) / 2, colour.v());
    }

    /** Puts lumas into a row. */
    void lumas(int left, int row, byte[] source, int offset, int count) {
        y.put(row * strideY + left, source, offset, count);
    }

    /** Copies a picture of the same size. */
    void copyFrom(Canvas other) {
        copy(other.y, other.strideY, y, strideY, width, height);
        copy(other.u, other.strideUv, u, strideUv, (width + 1) / 2, (height + 1) / 2);
        copy(other.v, other.strideUv, v, strideUv, (width + 1) / 2, (height + 1) / 2);
    }

    private static void fill(ByteBuffer plane, int stride, int x0, int y0, int x1, int y1, int value) {
        byte[] row = new byte[x1 - x0];
        Arrays.fill(row, (byte) value);
        for (int r = y0; r < y1; r++) {
            plane.put(r * stride + x0, row, 0, row.length);
        }
    }

    private static void copy(ByteBuffer from, int fromStride, ByteBuffer to, int toStride, int width, int height) {
        if (fromStride == toStride) {
            to.put(0, from, 0, Math.min(fromStride * height, Math.min(from.capacity(), to.capacity())));
            return;
        }
        for (int r = 0; r < height; r++) {
            to.put(r * toStride, from, r * fromStride, width);
        }
    }
}
