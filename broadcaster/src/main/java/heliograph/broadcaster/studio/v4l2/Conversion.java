package heliograph.broadcaster.studio.v4l2;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;

/** A camera's picture as the encoder wants it, by libyuv inside libwebrtc; one thread. */
final class Conversion {
    private final PixelFormat format;
    private final int width;
    private final int height;
    private final int rowBytes;
    private ByteBuffer packed = ByteBuffer.allocateDirect(0);

    Conversion(PixelFormat format, int width, int height, int rowBytes) {
        this.format = format;
        this.width = width;
        this.height = height;
        this.rowBytes = rowBytes;
    }

    /** Whether these bytes can be a whole picture; a camera's first ones often are not. */
    boolean isWhole(ByteBuffer picture) {
        return format.compressed()
                ? picture.remaining() > 2 && picture.get(0) == (byte) 0xff && picture.get(1) == (byte) 0xd8
                : picture.remaining() >= paddedBytes();
    }

    /** Fills the buffer. */
    void convert(ByteBuffer picture, NativeI420Buffer into) throws Exception {
        switch (format) {
            case MJPG, JPEG -> Mjpeg.decode(picture, into);
            case YU12 -> VideoBufferConverter.convertToI420(withoutPadding(picture), into, FourCC.I420);
            case NV12 -> VideoBufferConverter.convertToI420(withoutPadding(picture), into, FourCC.NV12);
            case YUYV -> VideoBufferConverter.convertToI420(withoutPadding(picture), into, FourCC.YUY2);
            case UYVY -> VideoBufferConverter.convertToI420(withoutPadding(picture), into, FourCC.UYVY);
        }
    }

    /** libyuv wants each row right after the one before; some drivers end theirs with padding. */
    private ByteBuffer withoutPadding(ByteBuffer picture) {
        int tight = format.rowBytes(width);
        if (rowBytes == tight) {
            return picture;
        }
        if (packed.capacity() == 0) {
            packed = ByteBuffer.allocateDirect(format.pictureBytes(width, height));
        }
        packed.clear();
        int from = rows(picture, 0, rowBytes, tight, height);
        if (format == PixelFormat.NV12) {
            rows(picture, from, rowBytes, tight, (height + 1) / 2);
        } else if (format == PixelFormat.YU12) {
            rows(picture, from, rowBytes / 2, (tight + 1) / 2, (height + 1) / 2 * 2);
        }
        packed.flip();
        return packed;
    }

    private int rows(ByteBuffer picture, int from, int stride, int bytes, int count) {
        for (int row = 0; row < count; row++) {
            packed.put(picture.slice(from + row * stride, bytes));
        }
        return from + count * stride;
    }

    private int paddedBytes() {
        return rowBytes == format.rowBytes(width)
                ? format.pictureBytes(width, height)
                : rowBytes * height
                        + (format == PixelFormat.NV12 || format == PixelFormat.YU12
                                ? rowBytes * ((height + 1) / 2)
                                : 0);
    }

    /**
     * JPEG: libyuv can, and the converter's native method hands any four characters on to it, but its public face has no
     * constant for these four. Six times as fast as the JDK's own decoder (2.8 against 16 ms at 1280x720).
     */
    private static final class Mjpeg {
        private static final Method NATIVE = find();

        private Mjpeg() {}

        static void decode(ByteBuffer picture, NativeI420Buffer into) throws ReflectiveOperationException {
            NATIVE.invoke(
                    null,
                    picture,
                    into.getWidth(),
                    into.getHeight(),
                    into.getDataY(),
                    into.getStrideY(),
                    into.getDataU(),
                    into.getStrideU(),
                    into.getDataV(),
                    into.getStrideV(),
                    PixelFormat.MJPG.fourCc());
        }

        private static Method find() {
            try {
                Method method = VideoBufferConverter.class.getDeclaredMethod(
                        "directBufferToI420",
                        ByteBuffer.class,
                        int.class,
                        int.class,
                        ByteBuffer.class,
                        int.class,
                        ByteBuffer.class,
                        int.class,
                        ByteBuffer.class,
                        int.class,
                        int.class);
                method.setAccessible(true);
                return method;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("this version of webrtc-java cannot decode JPEG", e);
            }
        }
    }
}
