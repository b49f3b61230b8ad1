package heliograph.broadcaster.link;

import heliograph.signaling.protocol.MalformedMessageException;
import heliograph.signaling.protocol.SealedJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The studio as a child process: commands to its standard input, events from its standard output, its log from its
 * standard error. Any thread may call it; a daemon thread of its own serves each stream.
 */
public final class StudioProcess implements StudioRun {
    /** A polite end may take so long; the desk itself has three seconds. */
    private static final Duration GRACE = Duration.ofMillis(1500);

    private static final int LONGEST_LINE = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(StudioProcess.class);
    private static final SealedJson<StudioCommand> COMMANDS = SealedJson.of(StudioCommand.class);
    private static final SealedJson<StudioEvent> EVENTS = SealedJson.of(StudioEvent.class);

    private final Process process;
    private final Listener listener;
    private final BlockingQueue<StudioCommand> outbox = new LinkedBlockingQueue<>();

    private StudioProcess(Process process, Listener listener) {
        this.process = process;
        this.listener = listener;
    }

    /** Starts studios with this command, in the desk's environment less all settings; without its archive once that is in doubt. */
    public static StudioLauncher launcher(StudioCommandLine command) {
        return command.archive().isEmpty()
                ? plain(command)
                : new ArchiveLauncher(plain(command), plain(command.withoutArchive()));
    }

    private static StudioLauncher plain(StudioCommandLine command) {
        return listener -> {
            ProcessBuilder builder = new ProcessBuilder(command.words());
            // The account, and whatever credential a setting holds. The studio has its settings from the desk.
            builder.environment().keySet().removeIf(name -> name.startsWith("HELIOGRAPH_"));
            StudioProcess studio = new StudioProcess(builder.start(), listener);
            studio.serve();
            return studio;
        };
    }

    /** The child's process id. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void send(StudioCommand command) {
        outbox.add(command);
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            LOG.warn("studio: did not end when it was asked to, killed");
        } catch (IOException e) {
            LOG.debug("studio: its standard input was closed already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    private void serve() {
        LOG.info("studio: started as process {}", pid());
        thread("studio-stdin", this::write);
        Thread events = thread("studio-stdout", this::read);
        thread("studio-stderr", this::drain);
        thread("studio-exit", () -> {
            int status = process.waitFor();
            // The last words first. A grandchild may hold the stream open: hence the limit.
            events.join(500);
            listener.ended(status);
        });
    }

    private void write() throws IOException, InterruptedException {
        OutputStream in = process.getOutputStream();
        while (process.isAlive()) {
            StudioCommand command = outbox.poll(1, TimeUnit.SECONDS);
            if (command != null) {
                in.write((COMMANDS.encode(command) + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
            }
        }
    }

    private void read() throws IOException {
        BoundedLines lines = new BoundedLines(process.getInputStream(), LONGEST_LINE);
        for (String line = lines.next(); line != null; line = lines.next()) {
            try {
                listener.event(EVENTS.decode(line));
            } catch (MalformedMessageException e) {
                // Native libraries print what they like.
                LOG.info("studio: on its standard output: {}", shown(line));
            }
        }
    }

    private void drain() throws IOException {
        BoundedLines lines = new BoundedLines(process.getErrorStream(), LONGEST_LINE);
        for (String line = lines.next(); line != null; line = lines.next()) {
            StudioLog.write(LOG, shown(line));
        }
    }

    /** Control characters would let a device's name write to the operator's terminal. */
    private static String shown(String line) {
        String clean = line.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > 500 ? clean.substring(0, 500) + "…" : clean;
    }

    private static Thread thread(String name, Stream stream) {
        Thread thread = new Thread(
                () -> {
                    try {
                        stream.serve();
                    } catch (IOException e) {
                        LOG.debug("{}: over", name, e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Stream {
        void serve() throws IOException, InterruptedException;
    }
}
