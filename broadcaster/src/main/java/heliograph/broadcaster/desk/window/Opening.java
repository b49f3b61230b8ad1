package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.check.CheckRun;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Guests;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.SingleThread;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** Puts presenter and window together. Lives on Swing's event thread. */
final class Opening {
    /** Often enough that no second is left out. */
    private static final int TICK_MS = 500;

    private @Nullable Presenter presenter;
    private @Nullable DeskFrame frame;

    void run(Broadcaster broadcaster, Guests guests, Settings settings, Words words, Memory memory, Runnable exit) {
        Look.install();
        Presenter made = new Presenter(broadcaster, settings, words, memory, InstantSource.system(), this::show);
        presenter = made;
        Errands errands = new Errands(words, new SingleThread("guests")::run, SwingUtilities::invokeLater);
        ThemePresenter theme = new ThemePresenter(memory, Look::wear);
        Presenters presenters = new Presenters(
                made,
                new CheckPresenter(words, made::checks, new CheckRun()::start, SwingUtilities::invokeLater),
                new InvitationsPresenter(guests, errands, ZoneId.systemDefault()),
                new AccountsPresenter(guests, errands),
                theme,
                new LanguagePresenter(words, memory, settings.language() != null, this::sayAnew));
        frame = new DeskFrame(
                words,
                owner -> new DeskPage(owner, words, presenters, DeskWindow::toSystemClipboard, () -> leave(exit)));
        made.status(Status.initial());
        PlaceKeeper.of(frame, memory);
        frame.setVisible(true);
        new ThemeWatch(
                        SystemTheme.of(System.getProperty("os.name")),
                        new SingleThread("theme"),
                        SwingUtilities::invokeLater,
                        theme)
                .look();
        new Timer(TICK_MS, event -> made.tick()).start();
    }

    Presenter presenter() {
        return Objects.requireNonNull(presenter);
    }

    private void sayAnew() {
        Objects.requireNonNull(frame).sayAnew(presenter());
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
