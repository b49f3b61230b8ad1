package heliograph.broadcaster.studio.v4l2;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A camera that sends pictures into buffers that the kernel and we share; one thread. */
final class V4l2Stream implements AutoCloseable {
    /** Takes one picture, or leaves out what is none; its bytes are gone after the call. */
    interface PictureSink {
        boolean picture(ByteBuffer bytes);
    }

    private static final int BUFFERS = 4;
    /** {@code V4L2_BUF_FLAG_ERROR}: the driver knows that something is missing. */
    private static final int BROKEN = 0x40;

    private static final int POLLIN = 0x01;
    private static final int POLLERR = 0x08;
    private static final int POLLHUP = 0x10;

    private record Mapped(Pointer address, long length) {}

    private final V4l2Node node;
    private final List<Mapped> buffers = new ArrayList<>();
    private final Memory buffer = Structs.cleared(Ioctl.DQBUF);
    private PixelFormat format = PixelFormat.YUYV;
    private int width;
    private int height;
    private int rowBytes;
    private int rate;

    private V4l2Stream(V4l2Node node) {
        this.node = node;
    }

    /** Opens the camera in this mode, or in what its driver makes of it, and lets it send. */
    static V4l2Stream open(String path, CaptureMode mode) throws ErrnoException {
        V4l2Stream stream = new V4l2Stream(V4l2Node.open(path));
        try {
            stream.choose(mode);
            stream.share();
            stream.call(Ioctl.STREAMON, Structs.VIDEO_CAPTURE);
            return stream;
        } catch (ErrnoException | RuntimeException | Error e) {
            stream.close();
            throw e;
        }
    }

    PixelFormat format() {
        return format;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Bytes from one row of the first plane to the next. */
    int rowBytes() {
        return rowBytes;
    }

    /** Frames a second. */
    int rate() {
        return rate;
    }

    /**
     * Waits for the next picture.
     *
     * @return whether one came in time, and whole
     * @throws ErrnoException {@code ENODEV} when the camera was pulled
     */
    boolean next(int millis, PictureSink sink) throws ErrnoException {
        int events = Libc.poll(node.descriptor(), POLLIN, millis);
        if ((events & (POLLERR | POLLHUP)) != 0) {
            throw new ErrnoException("poll", ErrnoException.ENODEV);
        }
        if (events == 0 || !take()) {
            return false;
        }
        Mapped taken = buffers.get(buffer.getInt(0));
        long used = Math.min(buffer.getInt(8) & 0xffffffffL, taken.length());
        boolean broken = (buffer.getInt(12) & BROKEN) != 0;
        try {
            return !broken && sink.picture(taken.address().getByteBuffer(0, used));
        } finally {
            node.call(Ioctl.QBUF, buffer);
        }
    }

    private boolean take() throws ErrnoException {
        prepare(0);
        try {
            node.call(Ioctl.DQBUF, buffer);
            return true;
        } catch (ErrnoException e) {
            if (e.errno() == ErrnoException.EAGAIN || e.errno() == ErrnoException.EINTR) {
                return false;
            }
            throw e;
        }
    }

    private void choose(CaptureMode mode) throws ErrnoException {
        Memory wish = Structs.cleared(Ioctl.S_FMT);
        wish.setInt(0, Structs.VIDEO_CAPTURE);
        wish.setInt(8, mode.width());
        wish.setInt(12, mode.height());
        wish.setInt(16, mode.format().fourCc());
        node.call(Ioctl.S_FMT, wish);
        width = wish.getInt(8);
        height = wish.getInt(12);
        int given = wish.getInt(16);
        format = PixelFormat.of(given)
                .orElseThrow(() -> new ErrnoException("S_FMT gave 0x" + Integer.toHexString(given), 0));
        rowBytes = Math.max(format.rowBytes(width), wish.getInt(24));
        rate = rate(mode.rate());
    }

    /** Asks for this rate and gives the one that will be; not every driver knows rates, and sends at its own. */
    private int rate(int framesPerSecond) {
        Memory parameters = Structs.cleared(Ioctl.S_PARM);
        parameters.setInt(0, Structs.VIDEO_CAPTURE);
        parameters.setInt(12, 1);
        parameters.setInt(16, framesPerSecond);
        try {
            node.call(Ioctl.S_PARM, parameters);
            int numerator = parameters.getInt(12);
            return numerator > 0 ? Math.round((float) parameters.getInt(16) / numerator) : framesPerSecond;
        } catch (ErrnoException e) {
            return framesPerSecond;
        }
    }

    private void share() throws ErrnoException {
        Memory request = Structs.cleared(Ioctl.REQBUFS);
        request.setInt(0, BUFFERS);
        request.setInt(4, Structs.VIDEO_CAPTURE);
        request.setInt(8, Structs.MEMORY_MMAP);
        node.call(Ioctl.REQBUFS, request);
        for (int i = 0; i < request.getInt(0); i++) {
            prepare(i);
            node.call(Ioctl.QUERYBUF, buffer);
            long length = buffer.getInt(72) & 0xffffffffL;
            buffers.add(new Mapped(Libc.map(node.descriptor(), length, buffer.getInt(64) & 0xffffffffL), length));
            node.call(Ioctl.QBUF, buffer);
        }
    }

    private void prepare(int index) {
        buffer.clear();
        buffer.setInt(0, index);
        buffer.setInt(4, Structs.VIDEO_CAPTURE);
        buffer.setInt(60, Structs.MEMORY_MMAP);
    }

    private void call(Ioctl request, int value) throws ErrnoException {
        Memory argument = Structs.cleared(request);
        argument.setInt(0, value);
        node.call(request, argument);
    }

    @Override
    public void close() {
        try {
            call(Ioctl.STREAMOFF, Structs.VIDEO_CAPTURE);
        } catch (ErrnoException e) {
            // It was pulled, or never sent: what is left is to give everything back.
        } finally {
            buffers.forEach(mapped -> Libc.unmap(mapped.address(), mapped.length()));
            buffers.clear();
            node.close();
        }
    }
}
