package heliograph.signaling.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens that are void before their time, by the {@code jti} of the first of their family, in {@code revoked.json}. Any
 * thread may ask and revoke and waits for nothing; the file is written on the thread {@code revocations}, which tells of each
 * when it is on disk.
 */
public final class Revocations implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Revocations.class);
    private static final String FILE = "revoked.json";
    private static final long CLOSE_LIMIT_MILLIS = 1000;

    private final JsonFile<Stored> file;
    private final InstantSource clock;
    private final Map<String, Instant> until;
    private final ExecutorService writing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "revocations");
        thread.setDaemon(true);
        return thread;
    });

    private Revocations(JsonFile<Stored> file, InstantSource clock, Map<String, Instant> until) {
        this.file = file;
        this.clock = clock;
        this.until = new ConcurrentHashMap<>(until);
    }

    /**
     * Those of the folder whose tokens have not run out yet.
     *
     * @throws IOException when the file cannot be read, or is not what this program wrote: without it they would be good again
     */
    public static Revocations open(PrivateFolder folder, InstantSource clock) throws IOException {
        JsonFile<Stored> file = new JsonFile<>(folder, FILE, Stored.class);
        Instant now = clock.instant();
        Map<String, Instant> until = new TreeMap<>();
        for (Entry entry : file.read().orElseGet(() -> new Stored(List.of())).revoked()) {
            Instant last = Instant.parse(entry.until);
            if (now.isBefore(last)) {
                until.put(entry.jti, last);
            }
        }
        return new Revocations(file, clock, until);
    }

    /**
     * Makes a family of tokens void from now on; none of it is good after {@code last} anyway. The stage completes on the thread
     * {@code revocations} when that will hold after a restart too, however the program ends; or fails if it will not.
     */
    CompletionStage<Void> revoke(String family, Instant last) {
        until.put(family, last);
        try {
            return CompletableFuture.runAsync(this::write, writing);
        } catch (RejectedExecutionException e) {
            log.warn("revocations: one came after the end and is not kept");
            return CompletableFuture.failedFuture(e);
        }
    }

    boolean contains(String family) {
        return until.containsKey(family);
    }

    /** Waits until all are written. */
    @Override
    public void close() {
        writing.shutdown();
        try {
            if (!writing.awaitTermination(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
                log.warn("revocations: not all could be kept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        Instant now = clock.instant();
        until.values().removeIf(last -> !now.isBefore(last));
        List<Entry> entries = new TreeMap<>(until)
                .entrySet().stream()
                        .map(entry -> new Entry(entry.getKey(), entry.getValue().toString()))
                        .toList();
        try {
            file.write(new Stored(entries));
        } catch (IOException e) {
            log.error("revocations: cannot be kept: whoever was removed could come back after a restart", e);
            throw new UncheckedIOException(e);
        }
    }

    private record Stored(List<Entry> revoked) {
        private Stored {
            revoked = List.copyOf(revoked);
        }
    }

    private record Entry(String jti, String until) {
        private Entry {
            if (jti.isEmpty()) {
                throw new IllegalArgumentException("no jti");
            }
            // Throws where it is no time.
            var unused = Instant.parse(until);
        }
    }
}
