package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The studio process. Commands come in on standard input, events go out on standard output, the log goes to standard
 * error. It ends with {@value #ENDED} within a second of its input's end, and with {@value #OTHER_VERSION} when the
 * desk speaks another version.
 */
public final class StudioMain {
    /** Its input ended: as it should be. */
    public static final int ENDED = 0;
    /** The desk speaks another version of the messages. */
    public static final int OTHER_VERSION = 65;

    private static final Logger log = LoggerFactory.getLogger(StudioMain.class);
    private static final Duration GRACE = Duration.ofMillis(900);
    private static final Duration LAST_WORD = Duration.ofMillis(200);

    private final ScheduledExecutorService thread;
    private final Studio studio;
    private final AtomicBoolean ending = new AtomicBoolean();

    private StudioMain(ScheduledExecutorService thread, Studio studio) {
        this.thread = thread;
        this.studio = studio;
    }

    /** Runs the studio; takes no arguments. */
    public static void main(String[] args) throws InterruptedException {
        // Whatever else prints must not print among the events.
        PrintStream out = System.out;
        System.setOut(System.err);
        Events events = new Events(out);
        events.send(new StudioEvent.Ready(StudioEvent.VERSION));
        events.via(ProcessStreams::takeOutput);
        ProcessStreams.ignoreInterrupt();
        log.debug("urgent: {}", Urgency.raise());
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread studio = new Thread(task, "studio");
            studio.setDaemon(true);
            return studio;
        });
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        Feeds feeds = new Feeds(thread, InstantSource.system(), ZoneId.systemDefault());
        StudioMain main = new StudioMain(thread, new Studio(events, thread, feeds, http));
        main.run();
    }

    private void run() throws InterruptedException {
        thread.execute(guarded("open", studio::open));
        Thread commands = new Thread(new Commands(System.in, this::command, () -> end(ENDED)), "commands");
        commands.setDaemon(true);
        commands.start();
        // The process ends by halt alone.
        new CountDownLatch(1).await();
    }

    private void command(StudioCommand command) {
        if (command instanceof StudioCommand.Hello hello) {
            if (hello.version() != StudioEvent.VERSION) {
                log.error("the desk speaks version {}, this studio {}", hello.version(), StudioEvent.VERSION);
                end(OTHER_VERSION);
            }
        } else if (command instanceof StudioCommand.Start start) {
            thread.execute(guarded("start", () -> studio.start(start.broadcast())));
        } else if (command instanceof StudioCommand.Monitor monitor) {
            thread.execute(guarded("monitor", () -> studio.monitor(monitor)));
        } else if (command instanceof StudioCommand.Stop) {
            thread.execute(guarded("stop", () -> {
                var told = studio.stop();
                log.debug("off air: {}", told);
            }));
        }
    }

    /** Takes all down in order and halts; a watchdog halts where native code does not come back. */
    private void end(int status) {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        Thread watchdog = new Thread(
                () -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(GRACE.toMillis());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    log.warn("the end took too long");
                    Runtime.getRuntime().halt(status);
                },
                "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
        thread.execute(() -> {
            try {
                CompletableFuture<?> told = studio.stop();
                studio.close();
                var unused = told.orTimeout(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)
                        .handle((nothing, failure) -> {
                            Runtime.getRuntime().halt(status);
                            return null;
                        });
            } catch (RuntimeException | Error e) {
                log.warn("the end failed", e);
                Runtime.getRuntime().halt(status);
            }
        });
    }

    private static Runnable guarded(String what, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                log.error("{} failed", what, e);
            }
        };
    }
}
