package heliograph.broadcaster.studio.v4l2;

import java.io.IOException;

/** A call into the C library that failed, with its {@code errno}. */
final class ErrnoException extends IOException {
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int ENXIO = 6;

    private final int errno;

    ErrnoException(String call, int errno) {
        super(call + ": errno " + errno);
        this.errno = errno;
    }

    int errno() {
        return errno;
    }
}
