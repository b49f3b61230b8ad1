package heliograph.broadcaster.studio.v4l2;

import java.util.Optional;

/** The pixel formats of cameras that can be used, the cheapest to convert first. */
enum PixelFormat {
    /** Planar 4:2:0: what the encoder wants. */
    YU12,
    /** 4:2:0 with the chroma interleaved. */
    NV12,
    /** Packed 4:2:2. */
    YUYV,
    /** Packed 4:2:2, the other way round. */
    UYVY,
    /** JPEG pictures, which most webcams need for more than 640x480 at 30. */
    MJPG,
    /** The same by the name that older webcams give it. */
    JPEG;

    /** As V4L2 writes it. */
    int fourCc() {
        String name = name();
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }

    /** Whether each picture is compressed by itself. */
    boolean compressed() {
        return this == MJPG || this == JPEG;
    }

    static Optional<PixelFormat> of(int fourCc) {
        for (PixelFormat each : values()) {
            if (each.fourCc() == fourCc) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Bytes in the first plane's row of so many pixels; 0 for what has no rows. */
    int rowBytes(int width) {
        return switch (this) {
            case YU12, NV12 -> width;
            case YUYV, UYVY -> width * 2;
            case MJPG, JPEG -> 0;
        };
    }

    /** Bytes of a whole picture without padding; 0 for what has no fixed size. */
    int pictureBytes(int width, int height) {
        int chroma = ((width + 1) / 2) * ((height + 1) / 2) * 2;
        return switch (this) {
            case YU12, NV12 -> width * height + chroma;
            case YUYV, UYVY -> width * height * 2;
            case MJPG, JPEG -> 0;
        };
    }
}
