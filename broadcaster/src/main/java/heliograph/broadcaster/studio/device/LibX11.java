package heliograph.broadcaster.studio.device;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The part of Xlib that is called here, by its own names; one thread. */
interface LibX11 extends Library {
    /**
     * Whether the X server that {@code DISPLAY} names answers and lets us in. Capturing without one is a SIGSEGV.
     *
     * @throws UnsatisfiedLinkError when Xlib is not installed
     */
    static boolean answers() {
        LibX11 xlib = Native.load("libX11.so.6", LibX11.class);
        Pointer display = xlib.XOpenDisplay(null);
        if (display == null) {
            return false;
        }
        xlib.XCloseDisplay(display);
        return true;
    }

    @Nullable
    Pointer XOpenDisplay(@Nullable String name);

    int XCloseDisplay(Pointer display);
}
