package heliograph.broadcaster.studio.device;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import dev.onvoid.webrtc.media.video.VideoDesktopSource;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Problem;
import org.jspecify.annotations.Nullable;

/** All that is on the screen, by libwebrtc's module. Immutable. */
public record WholeScreen(Broadcast.Video wish) implements NativePicture.Opener {
    /** Of all screens together. Any other number of a screen takes the process down under X11. */
    private static final long WHOLE = -1;

    /** Of Xlib, no more than it takes to know whether it will answer: libwebrtc takes the process down where it does not. */
    private interface Xlib extends Library {
        @Nullable
        Pointer XOpenDisplay(@Nullable String name);

        int XCloseDisplay(Pointer display);
    }

    @Override
    public NativePicture.Module open() throws NativePicture.UnavailableException {
        if (Platform.isLinux() && !answers()) {
            throw new NativePicture.UnavailableException(failed("no X11 display answers"));
        }
        VideoDesktopSource source = new VideoDesktopSource();
        source.setFrameRate(wish.rate());
        source.setMaxFrameSize(wish.width(), wish.height());
        source.setSourceId(WHOLE, false);
        return new NativePicture.Module(source, source::start, source::stop, source::dispose);
    }

    @Override
    public Problem silent() {
        return failed("it gives no pictures");
    }

    @Override
    public Problem failed(String why) {
        return new Problem(Problem.Kind.SCREEN_FAILED, null, why);
    }

    private static boolean answers() {
        try {
            Xlib xlib = Native.load("X11", Xlib.class);
            Pointer display = xlib.XOpenDisplay(null);
            if (display == null) {
                return false;
            }
            xlib.XCloseDisplay(display);
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }
}
