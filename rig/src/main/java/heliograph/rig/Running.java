package heliograph.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether processes still run. Stateless; any thread. */
public final class Running {
    private Running() {}

    /**
     * Whether a process runs. One that has ended and that its parent has not looked after (a zombie, proc(5)) does not,
     * although {@link ProcessHandle#isAlive} says so: an orphan's parent is the machine's first process, which may be slow.
     */
    public static boolean isRunning(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }

    /** What a process is: its command line and its state (proc(5)), for whoever wonders why it is still there. */
    public static String describe(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readString(folder.resolve("cmdline")).replace('\0', ' ')
                    + Files.readString(folder.resolve("stat"));
        } catch (IOException gone) {
            return process.pid() + " is gone";
        }
    }
}
