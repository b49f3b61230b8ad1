package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.text.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts presenter and window together. Lives on Swing's event thread. */
final class Opening {
    private @Nullable Presenter presenter;
    private @Nullable DeskFrame frame;

    void run(Broadcaster broadcaster, Settings settings, Words words, Runnable exit) {
        Look.install();
        presenter = new Presenter(broadcaster, settings, words, this::show);
        frame = new DeskFrame(words, presenter, DeskWindow::toSystemClipboard, () -> leave(exit));
        presenter.status(Status.initial());
        frame.setLocationRelativeTo(null);
        frame.setVisible(true);
    }

    Presenter presenter() {
        return Objects.requireNonNull(presenter);
    }

    private void show(WindowModel model) {
        if (frame != null) {
            frame.show(model);
        }
    }

    /** The window goes at once; what is behind it takes a moment more. */
    private void leave(Runnable exit) {
        if (frame != null) {
            frame.setVisible(false);
        }
        exit.run();
    }
}
