package heliograph.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that never outlives this JVM, not even one that is killed; used from any thread.
 *
 * <p>The kernel ends it by its parent-death signal. That signal is sent when the <em>thread</em> that forked dies, so all
 * children are forked by one thread that lives as long as the JVM.
 */
public final class Child implements AutoCloseable {
    private static final ExecutorService SPAWNER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "rig-spawner");
        thread.setDaemon(true);
        return thread;
    });

    private static final Set<Child> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Child::kill), "rig-children"));
    }

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param command the program and its arguments
     * @param environment changes this JVM's environment into the program's
     * @param output the file that its standard output and error go to
     */
    public static Child start(List<String> command, Consumer<Map<String, String>> environment, Path output) {
        List<String> guarded = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "--"));
        guarded.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(guarded).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        environment.accept(builder.environment());
        Child child = new Child(fork(builder));
        RUNNING.removeIf(other -> !other.alive());
        RUNNING.add(child);
        return child;
    }

    private static Process fork(ProcessBuilder builder) {
        try {
            return SPAWNER.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException("cannot start " + builder.command(), e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The process, to look at or to signal. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether it runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Its exit code; only when it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Ends it and all its descendants at once. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Asks it to end, waits for 5 s, then ends it and its descendants by force. */
    @Override
    public void close() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
