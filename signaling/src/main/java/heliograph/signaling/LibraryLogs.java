package heliograph.signaling;

import java.util.Set;

/**
 * Keeps Jetty from logging what it reads and writes: at its finer levels that is every header and body, tokens and
 * passwords among them. To be said before the first logger is made. Stateless.
 */
public final class LibraryLogs {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.";
    private static final String JETTY = "org.eclipse.jetty";

    /** Warnings only, whatever level somebody asked for, for all of Jetty or for a part of it. */
    public static void restrict() {
        Set.copyOf(System.getProperties().stringPropertyNames()).stream()
                .filter(name -> name.startsWith(LEVEL + JETTY))
                .forEach(System::clearProperty);
        System.setProperty(LEVEL + JETTY, "warn");
    }

    private LibraryLogs() {}
}
