package heliograph.broadcaster.studio;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * How soon this process gets a processor. Called on the first thread, before it makes others: on Linux a nice value is a
 * thread's, and is inherited.
 */
final class Urgency {
    /** What desktop audio servers take; {@code setpriority(2)}. */
    private static final int NICE = -11;

    private static final int PRIO_PROCESS = 0;
    private static final int THIS_THREAD = 0;

    /**
     * Goes before programs that nobody waits for. Sound that is pushed late makes every viewer's browser wait longer with
     * sound and picture from then on, and one late moment is enough.
     *
     * @return whether the system allowed it; most allow it to root and to those that {@code RLIMIT_NICE} names
     */
    static boolean raise() {
        return Platform.isLinux()
                && NativeLibrary.getProcess()
                                .getFunction("setpriority")
                                .invokeInt(new Object[] {PRIO_PROCESS, THIS_THREAD, NICE})
                        == 0;
    }

    private Urgency() {}
}
