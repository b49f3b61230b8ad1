package heliograph.broadcaster.desk.window;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;

/** Finds out whether a window can be opened. Stateless; any thread. */
public final class Screen {

    /**
     * Connects to the screen.
     *
     * @throws NoWindowException when nobody serves the DISPLAY, or this Java has no window libraries
     */
    public static void require() throws NoWindowException {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
        } catch (HeadlessException | AWTError | LinkageError e) {
            throw new NoWindowException(e);
        }
    }

    private Screen() {}
}
