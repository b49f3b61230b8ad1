package heliograph.broadcaster.studio.v4l2;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/**
 * The few calls into the C library that a camera needs. Any thread.
 *
 * <p>Looked up in the process rather than in the library, so that what was preloaded over it is found first.
 */
final class Libc {
    private static final int O_RDWR = 2;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final NativeLibrary PROCESS = NativeLibrary.getProcess();
    private static final Function OPEN = PROCESS.getFunction("open");
    private static final Function CLOSE = PROCESS.getFunction("close");
    private static final Function IOCTL = PROCESS.getFunction("ioctl");
    private static final Function MMAP = PROCESS.getFunction("mmap");
    private static final Function MUNMAP = PROCESS.getFunction("munmap");
    private static final Function POLL = PROCESS.getFunction("poll");

    private Libc() {}

    static int open(String path) throws ErrnoException {
        return checked("open " + path, OPEN.invokeInt(new Object[] {path, O_RDWR | O_NONBLOCK | O_CLOEXEC}));
    }

    static void close(int descriptor) {
        CLOSE.invokeInt(new Object[] {descriptor});
    }

    static void ioctl(int descriptor, Ioctl request, Memory argument) throws ErrnoException {
        NativeLong number = new NativeLong(request.number() & 0xffffffffL, true);
        checked(request.name(), IOCTL.invokeInt(new Object[] {descriptor, number, argument}));
    }

    static Pointer map(int descriptor, long length, long offset) throws ErrnoException {
        Pointer address = MMAP.invokePointer(new Object[] {
            Pointer.NULL, new NativeLong(length), PROT_READ_WRITE, MAP_SHARED, descriptor, new NativeLong(offset)
        });
        if (Pointer.nativeValue(address) == -1) {
            throw new ErrnoException("mmap", Native.getLastError());
        }
        return address;
    }

    static void unmap(Pointer address, long length) {
        MUNMAP.invokeInt(new Object[] {address, new NativeLong(length)});
    }

    /** What {@code poll} says of one descriptor, 0 when the time ran out. */
    static int poll(int descriptor, int events, int millis) throws ErrnoException {
        try (Memory one = new Memory(8)) {
            one.setInt(0, descriptor);
            one.setShort(4, (short) events);
            one.setShort(6, (short) 0);
            int ready = POLL.invokeInt(new Object[] {one, new NativeLong(1), millis});
            // A signal is no failure: nothing came, and the caller asks again.
            if (ready < 0 && Native.getLastError() == ErrnoException.EINTR) {
                return 0;
            }
            return checked("poll", ready) == 0 ? 0 : one.getShort(6);
        }
    }

    private static int checked(String call, int result) throws ErrnoException {
        if (result < 0) {
            throw new ErrnoException(call, Native.getLastError());
        }
        return result;
    }
}
