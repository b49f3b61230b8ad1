package heliograph.broadcaster.link;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a studio running, and on air while it is wanted there. Lives on its timeline; any thread may call it.
 *
 * <p>A studio that ends, or is silent, is started again with back-off, and told again what it was told last.
 */
public final class StudioSupervisor implements AutoCloseable {
    /** A JVM on a busy machine takes its time before the first word. */
    static final Duration STARTUP = Duration.ofSeconds(15);

    /** Five pulses. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    /**
     * Silence is counted in turns of our own: while we stood still ourselves (Ctrl-Z, a machine that swaps) nobody was
     * heard, and what was said meanwhile comes after the turn that is then due.
     */
    private static final Duration TURN = Duration.ofSeconds(1);

    /** So long without trouble, and the next failure is a first one again. */
    static final Duration HEALTHY = Duration.ofSeconds(30);

    private static final Duration CLOSING = Duration.ofMillis(2500);
    private static final Logger LOG = LoggerFactory.getLogger(StudioSupervisor.class);

    private final StudioLauncher launcher;
    private final Timeline timeline;
    private final StudioListener listener;
    private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(10));

    private @Nullable StudioRun run;
    private @Nullable Supplier<Broadcast> wanted;
    private StudioCommand.Monitor monitored = StudioCommand.Monitor.NOTHING;
    private Timeline.@Nullable Later silence;
    private Timeline.@Nullable Later health;
    private Timeline.@Nullable Later relaunch;
    private boolean ready;
    private boolean started;
    private boolean closed;

    public StudioSupervisor(StudioLauncher launcher, Timeline timeline, StudioListener listener) {
        this.launcher = launcher;
        this.timeline = timeline;
        this.listener = listener;
    }

    /** Starts the first studio. */
    public void start() {
        timeline.run(() -> {
            if (!started && !closed) {
                started = true;
                listener.state(new StudioState.Starting());
                launch();
            }
        });
    }

    /**
     * Wants the studio on air, or changed while it is there, until {@link #goOffAir}.
     *
     * @param broadcast asked at each start of a studio, so that its token is fresh
     */
    public void goOnAir(Supplier<Broadcast> broadcast) {
        timeline.run(() -> {
            wanted = broadcast;
            if (run != null && ready) {
                run.send(new StudioCommand.Start(broadcast.get()));
            }
        });
    }

    /** Wants the studio off air. */
    public void goOffAir() {
        timeline.run(() -> {
            wanted = null;
            if (run != null && ready) {
                run.send(new StudioCommand.Stop());
            }
        });
    }

    /** Wants to be shown this of what comes in, from each studio, until told otherwise. */
    public void monitor(StudioCommand.Monitor monitor) {
        timeline.run(() -> {
            if (!monitored.equals(monitor)) {
                monitored = monitor;
                tellMonitored();
            }
        });
    }

    private void tellMonitored() {
        if (run != null && ready) {
            run.send(monitored);
        }
    }

    /** Ends the studio, politely where it listens, and starts none again. */
    @Override
    public void close() {
        CountDownLatch done = new CountDownLatch(1);
        timeline.run(() -> {
            try {
                closed = true;
                wanted = null;
                StudioRun last = run;
                forget();
                if (last != null) {
                    last.close();
                }
            } finally {
                done.countDown();
            }
        });
        try {
            if (!done.await(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("studio: did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void launch() {
        relaunch = null;
        if (closed) {
            return;
        }
        Ear ear = new Ear();
        try {
            StudioRun launched = launcher.launch(ear);
            ear.run = launched;
            run = launched;
            listenFor(STARTUP);
            launched.send(new StudioCommand.Hello(StudioEvent.VERSION));
        } catch (IOException e) {
            LOG.warn("studio: cannot be started: {}", e.getMessage());
            recover(StudioState.Cause.NOT_STARTED);
        }
    }

    private void hear(StudioEvent event) {
        cancel(silence);
        // Ready comes before the native library is loaded, which on a slow machine takes its time.
        listenFor(event instanceof StudioEvent.Ready ? STARTUP : SILENCE);
        if (event instanceof StudioEvent.Ready welcome) {
            welcome(welcome.version());
        } else if (!ready) {
            LOG.warn("studio: spoke before it was ready, ignored");
        } else if (!(event instanceof StudioEvent.Pulse)) {
            listener.event(event);
        }
    }

    private void welcome(int version) {
        if (version != StudioEvent.VERSION) {
            LOG.error("studio: speaks version {}, we speak {}", version, StudioEvent.VERSION);
            kill();
            listener.state(new StudioState.Incompatible(version));
            return;
        }
        if (ready || run == null) {
            return;
        }
        ready = true;
        health = timeline.later(HEALTHY, backOff::reset);
        listener.state(new StudioState.Running());
        if (!monitored.equals(StudioCommand.Monitor.NOTHING)) {
            tellMonitored();
        }
        if (wanted != null) {
            run.send(new StudioCommand.Start(wanted.get()));
        }
    }

    private void listenFor(Duration left) {
        silence = timeline.later(TURN, () -> {
            if (left.compareTo(TURN) > 0) {
                listenFor(left.minus(TURN));
            } else {
                silent();
            }
        });
    }

    private void silent() {
        LOG.warn("studio: silent for too long, killed");
        kill();
        recover(StudioState.Cause.SILENT);
    }

    private void ended(int status) {
        LOG.warn("studio: ended with status {}", status);
        forget();
        recover(StudioState.Cause.ENDED);
    }

    private void recover(StudioState.Cause cause) {
        Duration in = backOff.next();
        LOG.info("studio: starting again in {} ms", in.toMillis());
        relaunch = timeline.later(in, this::launch);
        listener.state(new StudioState.Recovering(cause, in));
    }

    private void kill() {
        StudioRun last = run;
        forget();
        if (last != null) {
            last.kill();
        }
    }

    /** Whatever the last run still says is not heard any more. */
    private void forget() {
        run = null;
        ready = false;
        cancel(silence);
        cancel(health);
        cancel(relaunch);
        silence = null;
        health = null;
        relaunch = null;
    }

    private static void cancel(Timeline.@Nullable Later later) {
        if (later != null) {
            later.cancel();
        }
    }

    /** Brings one run's words onto the timeline, as long as it is the current one. */
    private final class Ear implements StudioRun.Listener {
        // Written and read on the timeline: launch() is a task of it, and so is everything below.
        private @Nullable StudioRun run;

        @Override
        public void event(StudioEvent event) {
            timeline.run(() -> {
                if (current()) {
                    hear(event);
                }
            });
        }

        @Override
        public void ended(int status) {
            timeline.run(() -> {
                if (current()) {
                    StudioSupervisor.this.ended(status);
                }
            });
        }

        private boolean current() {
            return run != null && run == StudioSupervisor.this.run;
        }
    }
}
