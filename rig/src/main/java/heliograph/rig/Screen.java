package heliograph.rig;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An X server on a free display, with a window manager, without which AWT's robot does nothing; used from any thread. */
final class Screen implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("^(\\d+)$", Pattern.MULTILINE);

    private final Child server;
    private final Child windowManager;
    private final String display;

    private Screen(Child server, Child windowManager, String display) {
        this.server = server;
        this.windowManager = windowManager;
        this.display = display;
    }

    static Screen start(Path folder) {
        Path log = folder.resolve("xvfb.log");
        // -displayfd lets the server choose a number that is free and say which, so that no two rigs ever meet.
        Child server = Child.start(
                List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"),
                environment -> environment.remove("LD_PRELOAD"),
                log);
        String display = ":"
                + await("Xvfb, see " + log)
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> number(log), number -> !number.isEmpty());
        Path ready = folder.resolve("openbox.ready");
        Child windowManager = Child.start(
                List.of("openbox", "--sm-disable", "--startup", "touch '" + ready + "'"),
                environment -> {
                    environment.remove("LD_PRELOAD");
                    environment.put("DISPLAY", display);
                },
                folder.resolve("openbox.log"));
        await("openbox").atMost(Duration.ofSeconds(20)).until(() -> Files.exists(ready));
        return new Screen(server, windowManager, display);
    }

    String display() {
        return display;
    }

    private static String number(Path log) {
        try {
            Matcher matcher = NUMBER.matcher(Files.readString(log));
            return matcher.find() ? matcher.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        windowManager.close();
        server.close();
    }
}
