package heliograph.broadcaster.studio.v4l2;

/**
 * V4L2's requests, numbered as {@code linux/videodev2.h} does: direction, size of the argument, {@code 'V'}, number. On
 * 64-bit Linux the sizes are the same on x86_64 and on aarch64.
 */
enum Ioctl {
    QUERYCAP(Direction.READ, 104, 0),
    ENUM_FMT(Direction.READ_WRITE, 64, 2),
    G_FMT(Direction.READ_WRITE, 208, 4),
    S_FMT(Direction.READ_WRITE, 208, 5),
    REQBUFS(Direction.READ_WRITE, 20, 8),
    QUERYBUF(Direction.READ_WRITE, 88, 9),
    QBUF(Direction.READ_WRITE, 88, 15),
    DQBUF(Direction.READ_WRITE, 88, 17),
    STREAMON(Direction.WRITE, 4, 18),
    STREAMOFF(Direction.WRITE, 4, 19),
    S_PARM(Direction.READ_WRITE, 204, 22),
    ENUM_FRAMESIZES(Direction.READ_WRITE, 44, 74),
    ENUM_FRAMEINTERVALS(Direction.READ_WRITE, 52, 75);

    private static final class Direction {
        static final int WRITE = 1;
        static final int READ = 2;
        static final int READ_WRITE = 3;

        private Direction() {}
    }

    private final int size;
    private final int number;

    Ioctl(int direction, int size, int number) {
        this.size = size;
        this.number = direction << 30 | size << 16 | 'V' << 8 | number;
    }

    /** What {@code ioctl} wants. */
    int number() {
        return number;
    }

    /** How many bytes its argument has. */
    int size() {
        return size;
    }
}
