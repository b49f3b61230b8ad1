package heliograph.broadcaster.desk;

import heliograph.broadcaster.link.StudioLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the studio's JVM puts its temporary files: the native libraries that it unpacks, 20 MB at each start, which one
 * that is killed cannot take away. Emptied before each start. Of two runs with one data folder each has its own, by a
 * lock that ends with the process, however that ends. Any thread, one at a time.
 */
final class ScratchFolder implements AutoCloseable {
    /** More runs with one data folder than anybody has. */
    private static final int MOST = 64;

    private static final Logger log = LoggerFactory.getLogger(ScratchFolder.class);

    private final Path folder;
    private final FileChannel lock;

    private ScratchFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** The first that no other run has. */
    static ScratchFolder in(Path data) throws IOException {
        Path all = data.resolve("studio-temporary").toAbsolutePath();
        DataFolder.make(all);
        for (int number = 1; number <= MOST; number++) {
            FileChannel channel = DataFolder.open(all.resolve(number + ".lock"));
            if (locked(channel)) {
                return new ScratchFolder(all.resolve(String.valueOf(number)), channel);
            }
            channel.close();
        }
        throw new IOException("too many runs with " + data);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another desk in this very JVM.
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /** What the studio's JVM is to be told. */
    List<String> options() {
        return List.of("-Djava.io.tmpdir=" + folder);
    }

    /** Starts studios in this folder, made or emptied before. */
    StudioLauncher around(StudioLauncher launcher) {
        return listener -> {
            empty();
            DataFolder.make(folder);
            return launcher.launch(listener);
        };
    }

    /** From now on the folder is anybody's. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            log.debug("studio: the lock of {} is not released", folder, e);
        }
    }

    /** What cannot be deleted, as a library on Windows that is still in use, stays until the next time. */
    private void empty() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> old = Files.walk(folder)) {
            for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            log.debug("studio: temporary files stay in {}", folder, e);
        }
    }
}
