package heliograph.broadcaster.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** A line of the studio's log in ours, at the level that its first word names. Stateless; any thread. */
final class StudioLog {
    private static final Pattern LEVEL = Pattern.compile("(ERROR|WARN|INFO|DEBUG|TRACE) +(.*)");

    /** What libwebrtc's threads say when they outlive the JVM or an audio module: it means nothing. */
    private static final Pattern NOISE = Pattern.compile("^(VM attach current thread failed|Failed to attach thread )");

    static void write(Logger log, String line) {
        Matcher matcher = LEVEL.matcher(line);
        if (matcher.matches()) {
            log.atLevel(Level.valueOf(matcher.group(1))).log("studio: {}", matcher.group(2));
        } else if (NOISE.matcher(line).find()) {
            log.debug("studio: {}", line);
        } else if (!line.isBlank()) {
            log.info("studio: {}", line);
        }
    }

    private StudioLog() {}
}
