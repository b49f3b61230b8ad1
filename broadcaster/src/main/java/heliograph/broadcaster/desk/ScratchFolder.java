package heliograph.broadcaster.desk;

import heliograph.broadcaster.link.StudioLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the studio's JVM puts its temporary files: the native libraries that it unpacks, 20 MB at each start, which one
 * that is killed cannot take away. Emptied before each start. Any thread, one at a time.
 */
record ScratchFolder(Path folder) {
    private static final Logger log = LoggerFactory.getLogger(ScratchFolder.class);

    static ScratchFolder in(Path data) {
        return new ScratchFolder(data.resolve("studio-temporary").toAbsolutePath());
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
