package heliograph.broadcaster.desk.window;

import static org.awaitility.Awaitility.await;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A screen for this JVM's windows: an Xvfb with a window manager, which end with the JVM, however it ends.
 *
 * <p>AWT takes DISPLAY from the process's own environment when it is first used, and surefire's JVM is started without
 * one: so it is set there, by libc, before that.
 */
final class VirtualScreen {
    private interface LibC extends Library {
        int setenv(String name, String value, int overwrite);
    }

    private static boolean there;

    static synchronized void require() {
        if (there) {
            return;
        }
        try {
            // The shell's input is a pipe from this JVM: when it ends, so do they.
            Process screen = shell("", "Xvfb -displayfd 3 -screen 0 1024x700x24 -nolisten tcp 3>&1 >/dev/null 2>&1");
            String number = new BufferedReader(new InputStreamReader(screen.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (number == null) {
                throw new IllegalStateException("Xvfb did not start; is it installed?");
            }
            Path folder = Files.createTempDirectory("heliograph-screen");
            folder.toFile().deleteOnExit();
            Path ready = folder.resolve("openbox.ready");
            ready.toFile().deleteOnExit();
            shell(":" + number, "openbox --sm-disable --startup \"touch '" + ready + "'\" >/dev/null 2>&1");
            // A window that comes before there is a window manager gets no focus.
            await("openbox").until(() -> Files.exists(ready));
            if (Native.load("c", LibC.class).setenv("DISPLAY", ":" + number, 1) != 0) {
                throw new IllegalStateException("setenv failed");
            }
            there = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process shell(String display, String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command + " & child=$!; cat >/dev/null; kill $child");
        builder.environment().put("DISPLAY", display);
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private VirtualScreen() {}
}
