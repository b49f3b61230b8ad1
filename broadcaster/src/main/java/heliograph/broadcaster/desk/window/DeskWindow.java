package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Guests;
import heliograph.broadcaster.desk.station.MonitorListener;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.ViewerRow;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.StudioEvent;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window and brings every status to it. Any thread; everything Swing happens on its event thread. */
public final class DeskWindow implements Consumer<Status>, MonitorListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskWindow.class);

    private final Presenter presenter;
    private final MemoryFile memory;
    /** On its way to the event thread: where that is busy, the newest one waits, and not a queue. */
    private final AtomicReference<@Nullable BufferedImage> picture = new AtomicReference<>();

    private DeskWindow(Presenter presenter, MemoryFile memory) {
        this.presenter = presenter;
        this.memory = memory;
    }

    /**
     * The window on the screen, which {@link Screen} has been asked for.
     *
     * @param exit called on the event thread when the user wants to leave; must not wait
     */
    public static DeskWindow open(Broadcaster broadcaster, Guests guests, Settings settings, Words words, Runnable exit)
            throws InterruptedException {
        Opening opening = new Opening();
        MemoryFile memory = MemoryFile.in(settings.data());
        try {
            SwingUtilities.invokeAndWait(() -> opening.run(broadcaster, guests, settings, words, memory, exit));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new DeskWindow(opening.presenter(), memory);
    }

    @Override
    public void accept(Status status) {
        SwingUtilities.invokeLater(() -> presenter.status(status));
    }

    /** Who watches now. */
    public void viewers(List<ViewerRow> now) {
        SwingUtilities.invokeLater(() -> presenter.viewers(now));
    }

    @Override
    public void preview(byte[] jpeg) {
        try {
            BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(jpeg));
            if (decoded != null && picture.getAndSet(decoded) == null) {
                SwingUtilities.invokeLater(this::showPicture);
            }
        } catch (IOException e) {
            LOG.debug("preview: not a JPEG, left out", e);
        }
    }

    private void showPicture() {
        BufferedImage newest = picture.getAndSet(null);
        if (newest != null) {
            presenter.monitor().picture(newest, System.nanoTime());
        }
    }

    @Override
    public void level(StudioEvent.Level level) {
        SwingUtilities.invokeLater(() -> presenter.monitor().level(level, System.nanoTime()));
    }

    /** Keeps what the user did to it; the window itself goes with the process. */
    @Override
    public void close() {
        memory.close();
    }

    static boolean toSystemClipboard(String text) {
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
            return true;
        } catch (IllegalStateException e) {
            LOG.warn("clipboard: another program holds it", e);
            return false;
        }
    }
}
