package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.link.Timeline;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Looks how the system's windows are, at once and now and then: people change it at dusk, or their system does. Any thread. */
final class ThemeWatch {
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final SystemTheme system;
    private final Timeline elsewhere;
    private final Executor windowThread;
    private final Consumer<Boolean> told;

    /**
     * Nothing runs before {@link #look}.
     *
     * @param elsewhere may wait
     * @param told on the window's thread, where it is known
     */
    ThemeWatch(SystemTheme system, Timeline elsewhere, Executor windowThread, Consumer<Boolean> told) {
        this.system = system;
        this.elsewhere = elsewhere;
        this.windowThread = windowThread;
        this.told = told;
    }

    /** Now, and again for as long as the timeline goes on. */
    void look() {
        elsewhere.run(this::once);
    }

    private void once() {
        try {
            system.isDark().ifPresent(dark -> windowThread.execute(() -> told.accept(dark)));
            elsewhere.later(AGAIN, this::once);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
