package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.link.Timeline;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Looks how the system's windows are, at once and now and then: people change it at dusk, or their system does. Any thread. */
final class ThemeWatch {
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final SystemTheme system;
    private final Timeline elsewhere;
    private final Executor windowThread;
    private final ThemePresenter theme;

    /**
     * Nothing runs before {@link #look}.
     *
     * @param elsewhere may wait
     * @param theme told on the window's thread, where it is known
     */
    ThemeWatch(SystemTheme system, Timeline elsewhere, Executor windowThread, ThemePresenter theme) {
        this.system = system;
        this.elsewhere = elsewhere;
        this.windowThread = windowThread;
        this.theme = theme;
    }

    /** Now, and again for as long as the timeline goes on. */
    void look() {
        elsewhere.run(this::once);
    }

    private void once() {
        try {
            // Programs are started for it: not for a window that looks as it was told to.
            if (theme.followsSystem()) {
                system.isDark().ifPresent(dark -> windowThread.execute(() -> theme.system(dark)));
            }
            elsewhere.later(AGAIN, this::once);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
