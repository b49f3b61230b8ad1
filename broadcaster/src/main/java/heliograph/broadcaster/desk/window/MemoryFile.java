package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Figures;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory in {@code remembered.properties} in the data folder: written a moment after a change, by the thread {@code memory}, whole or
 * not at all. A file that cannot be read or written costs the memory and nothing else.
 */
final class MemoryFile implements Memory, AutoCloseable {
    static final String NAME = "remembered.properties";

    private static final Logger log = LoggerFactory.getLogger(MemoryFile.class);

    /** A window that is dragged changes its place sixty times a second. */
    private static final long PAUSE_MILLIS = 500;

    private static final String DEVICE = "device";
    private static final String TEST = "test";
    private static final String SCREEN = "screen";
    private static final String NONE = "none";

    private final Path file;
    private volatile Remembered now;
    private final AtomicReference<@Nullable Remembered> unwritten = new AtomicReference<>();
    private final ScheduledThreadPoolExecutor writer;

    private MemoryFile(Path file, Remembered known) {
        this.file = file;
        this.now = known;
        this.writer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "memory");
            thread.setDaemon(true);
            return thread;
        });
        // One that waits is made up for by close; one that runs is not to be interrupted.
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Reads what there is; not on the event thread. */
    static MemoryFile in(Path folder) {
        Path file = folder.resolve(NAME);
        Properties known = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            known.load(reader);
        } catch (NoSuchFileException e) {
            log.debug("memory: there is none yet");
        } catch (IOException | IllegalArgumentException e) {
            log.warn("memory: {} cannot be read and is made anew: {}", file, e.toString());
        }
        return new MemoryFile(
                file,
                new Remembered(
                        place(known),
                        source(known, "camera"),
                        source(known, "microphone"),
                        figures(known),
                        !"false".equals(known.getProperty("preview")),
                        theme(known),
                        language(known)));
    }

    @Override
    public Remembered known() {
        return now;
    }

    @Override
    public synchronized void note(UnaryOperator<Remembered> change) {
        Remembered before = now;
        Remembered after = change.apply(before);
        now = after;
        if (after.equals(before) || unwritten.getAndSet(after) != null) {
            return;
        }
        try {
            var unused = writer.schedule(this::write, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("memory: closed");
        }
    }

    private void write() {
        Remembered latest = unwritten.getAndSet(null);
        if (latest == null) {
            return;
        }
        Properties all = new Properties();
        Remembered.Place place = latest.place();
        if (place != null) {
            all.setProperty("x", String.valueOf(place.x()));
            all.setProperty("y", String.valueOf(place.y()));
            all.setProperty("width", String.valueOf(place.width()));
            all.setProperty("height", String.valueOf(place.height()));
            all.setProperty("maximized", String.valueOf(place.maximized()));
        }
        put(all, "camera", latest.camera());
        put(all, "microphone", latest.microphone());
        all.setProperty("preview", String.valueOf(latest.preview()));
        all.setProperty("theme", latest.theme().name());
        Figures figures = latest.figures();
        if (figures != null) {
            all.setProperty("picture.width", String.valueOf(figures.mode().width()));
            all.setProperty("picture.height", String.valueOf(figures.mode().height()));
            all.setProperty("picture.rate", String.valueOf(figures.mode().rate()));
            all.setProperty("picture.bitrate", String.valueOf(figures.bitrate()));
        }
        Locale language = latest.language();
        if (language != null) {
            all.setProperty("language", language.getLanguage());
        }
        try {
            Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "window", ".part");
            try {
                try (Writer out = Files.newBufferedWriter(whole)) {
                    all.store(out, null);
                }
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            log.warn("memory: {} cannot be written: {}", file, e.toString());
        }
    }

    private static void put(Properties all, String key, @Nullable Source source) {
        if (source instanceof Source.Device device) {
            all.setProperty(key, DEVICE);
            all.setProperty(key + ".id", device.id());
            all.setProperty(key + ".name", device.name());
        } else if (source != null) {
            all.setProperty(
                    key, source instanceof Source.Test ? TEST : source instanceof Source.Screen ? SCREEN : NONE);
        }
    }

    private static @Nullable Source source(Properties known, String key) {
        return switch (known.getProperty(key, "")) {
            case DEVICE -> new Source.Device(known.getProperty(key + ".id", ""), known.getProperty(key + ".name", ""));
            case TEST -> new Source.Test();
            case SCREEN -> new Source.Screen();
            case NONE -> new Source.None();
            default -> null;
        };
    }

    private static Remembered.@Nullable Place place(Properties known) {
        Optional<Integer> x = number(known, "x");
        Optional<Integer> y = number(known, "y");
        Optional<Integer> width = number(known, "width");
        Optional<Integer> height = number(known, "height");
        return x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()
                ? null
                : new Remembered.Place(
                        x.get(), y.get(), width.get(), height.get(), "true".equals(known.getProperty("maximized")));
    }

    /** What a hand wrote into the file is looked at as closely as options are. */
    private static @Nullable Figures figures(Properties known) {
        Optional<Integer> width = number(known, "picture.width", 64, 7680).filter(it -> it % 2 == 0);
        Optional<Integer> height = number(known, "picture.height", 64, 4320).filter(it -> it % 2 == 0);
        Optional<Integer> rate = number(known, "picture.rate", 1, 120);
        Optional<Integer> bitrate = number(known, "picture.bitrate", 100, 100_000);
        return width.isEmpty() || height.isEmpty() || rate.isEmpty() || bitrate.isEmpty()
                ? null
                : new Figures(new Camera.Mode(width.get(), height.get(), rate.get()), bitrate.get());
    }

    private static @Nullable Locale language(Properties known) {
        String language = known.getProperty("language", "");
        return Words.LANGUAGES.contains(language) ? Locale.forLanguageTag(language) : null;
    }

    private static Theme theme(Properties known) {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.name().equals(known.getProperty("theme")))
                .findFirst()
                .orElse(Theme.SYSTEM);
    }

    private static Optional<Integer> number(Properties known, String key, int min, int max) {
        return number(known, key).filter(it -> it >= min && it <= max);
    }

    private static Optional<Integer> number(Properties known, String key) {
        try {
            return Optional.of(Integer.valueOf(known.getProperty(key, "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Writes what is still to be written. Idempotent. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (writer.awaitTermination(1, TimeUnit.SECONDS)) {
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
