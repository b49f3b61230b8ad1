package heliograph.broadcaster.studio.v4l2;

import com.sun.jna.Memory;
import java.util.ArrayList;
import java.util.List;

/** An open {@code /dev/videoN}; one thread. */
final class V4l2Node implements AutoCloseable {
    private static final int MOST_ENTRIES = 64;
    /** Where a driver does not say: what nearly every camera sends at. */
    private static final int ASSUMED_RATE = 30;

    private final int descriptor;
    private boolean closed;

    private V4l2Node(int descriptor) {
        this.descriptor = descriptor;
    }

    static V4l2Node open(String path) throws ErrnoException {
        return new V4l2Node(Libc.open(path));
    }

    int descriptor() {
        return descriptor;
    }

    Memory call(Ioctl request, Memory argument) throws ErrnoException {
        Libc.ioctl(descriptor, request, argument);
        return argument;
    }

    /** All that it can do, of what we can use. */
    List<CaptureMode> modes() throws ErrnoException {
        List<CaptureMode> modes = new ArrayList<>();
        for (int i = 0; i < MOST_ENTRIES; i++) {
            Memory format = Structs.cleared(Ioctl.ENUM_FMT);
            format.setInt(0, i);
            format.setInt(4, Structs.VIDEO_CAPTURE);
            if (!listed(Ioctl.ENUM_FMT, format)) {
                break;
            }
            PixelFormat.of(format.getInt(44)).ifPresent(known -> sizes(known, modes));
        }
        return modes;
    }

    private void sizes(PixelFormat format, List<CaptureMode> modes) {
        int before = modes.size();
        for (int i = 0; i < MOST_ENTRIES; i++) {
            Memory entry = Structs.cleared(Ioctl.ENUM_FRAMESIZES);
            entry.setInt(0, i);
            entry.setInt(4, format.fourCc());
            if (!listed(Ioctl.ENUM_FRAMESIZES, entry)) {
                break;
            }
            Structs.sizes(entry).forEach(size -> rates(format, size[0], size[1], modes));
            if (Structs.isRange(Ioctl.ENUM_FRAMESIZES, entry)) {
                break;
            }
        }
        if (modes.size() == before) {
            currentSize(format, modes);
        }
    }

    /** Not every driver tells its sizes (some grabbers have just one); the one that is set is one of them. */
    private void currentSize(PixelFormat format, List<CaptureMode> modes) {
        Memory current = Structs.cleared(Ioctl.G_FMT);
        current.setInt(0, Structs.VIDEO_CAPTURE);
        if (listed(Ioctl.G_FMT, current) && current.getInt(8) > 0 && current.getInt(12) > 0) {
            rates(format, current.getInt(8), current.getInt(12), modes);
        }
    }

    private void rates(PixelFormat format, int width, int height, List<CaptureMode> modes) {
        int before = modes.size();
        for (int i = 0; i < MOST_ENTRIES; i++) {
            Memory entry = Structs.cleared(Ioctl.ENUM_FRAMEINTERVALS);
            entry.setInt(0, i);
            entry.setInt(4, format.fourCc());
            entry.setInt(8, width);
            entry.setInt(12, height);
            if (!listed(Ioctl.ENUM_FRAMEINTERVALS, entry)) {
                break;
            }
            Structs.rates(entry).forEach(rate -> modes.add(new CaptureMode(format, width, height, rate)));
            if (Structs.isRange(Ioctl.ENUM_FRAMEINTERVALS, entry)) {
                break;
            }
        }
        // Not every driver knows rates (most of gspca's do not); the camera sends all the same.
        if (modes.size() == before) {
            modes.add(new CaptureMode(format, width, height, ASSUMED_RATE));
        }
    }

    /** Whether there is such an entry: an enumeration ends with an error. */
    private boolean listed(Ioctl request, Memory entry) {
        try {
            call(request, entry);
            return true;
        } catch (ErrnoException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Libc.close(descriptor);
        }
    }
}
