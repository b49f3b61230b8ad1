package heliograph.broadcaster.studio;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the process as a whole must keep to itself; called once, before the native library is loaded. */
final class ProcessStreams {
    private static final Logger log = LoggerFactory.getLogger(ProcessStreams.class);
    private static final int SIGINT = 2;
    private static final Pointer SIG_IGN = Pointer.createConstant(1);

    private ProcessStreams() {}

    /**
     * Takes standard output away from native code: libwebrtc-java prints there when threads outlive the JVM. Gives the way
     * to the desk that is left, or the old one where there is no other.
     */
    static OutputStream takeOutput(OutputStream old) {
        if (!Platform.isLinux()) {
            return old;
        }
        try {
            // Opened for appending: a file would be cut otherwise.
            OutputStream own = new FileOutputStream("/proc/self/fd/1", true);
            function("dup2").invokeInt(new Object[] {2, 1});
            return own;
        } catch (IOException | UnsatisfiedLinkError e) {
            log.debug("output: shared with native code", e);
            return old;
        }
    }

    /** Ctrl-C in a terminal reaches every process there; it is the desk's to end the studio. */
    static void ignoreInterrupt() {
        if (!Platform.isWindows()) {
            function("signal").invokePointer(new Object[] {SIGINT, SIG_IGN});
        }
    }

    private static Function function(String name) {
        return NativeLibrary.getProcess().getFunction(name);
    }
}
