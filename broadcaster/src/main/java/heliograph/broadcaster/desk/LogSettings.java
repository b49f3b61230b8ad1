package heliograph.broadcaster.desk;

import heliograph.signaling.LibraryLogs;
import heliograph.signaling.auth.PrivateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Where the log goes and what it looks like. To be said before the first logger is made. Stateless. */
final class LogSettings {
    static final String FILE = "heliograph.log";
    private static final String PREFIX = "org.slf4j.simpleLogger.";

    /** To standard error, where an operator or a service manager reads it; through a stream that holds nobody up. */
    static void toStandardError(PrintStream stream) {
        System.setErr(stream);
        common("System.err");
    }

    /** To a file in the data folder; the last run's is kept beside it. */
    static void toFile(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            Files.move(file, folder.resolve(FILE + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        // Made by us and not by the logger: for its owner alone, from the first moment on.
        PrivateFolder.write(file, new byte[0]);
        common(file.toString());
    }

    /** For the studio: no times, since the desk's log has them. */
    static List<String> ofStudio() {
        return List.of(
                "-D" + PREFIX + "logFile=System.err",
                "-D" + PREFIX + "showDateTime=false",
                "-D" + PREFIX + "showThreadName=false",
                "-D" + PREFIX + "showLogName=false",
                "-D" + PREFIX + "defaultLogLevel=" + System.getProperty(PREFIX + "defaultLogLevel", "info"));
    }

    private static void common(String target) {
        set("logFile", target);
        set("showDateTime", "true");
        set("dateTimeFormat", "yyyy-MM-dd HH:mm:ss.SSS");
        set("showThreadName", "false");
        set("showLogName", "false");
        LibraryLogs.restrict();
    }

    /** Whoever says otherwise with -D on the command line is right, but not about Jetty. */
    private static void set(String key, String value) {
        if (System.getProperty(PREFIX + key) == null) {
            System.setProperty(PREFIX + key, value);
        }
    }

    private LogSettings() {}
}
