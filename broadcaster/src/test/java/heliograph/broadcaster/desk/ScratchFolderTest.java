package heliograph.broadcaster.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.link.StudioLauncher;
import heliograph.broadcaster.link.StudioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    Path data;

    @Test
    void whatAStudioLeftIsGoneWhenTheNextOneStarts() throws IOException {
        try (ScratchFolder scratch = ScratchFolder.in(data)) {
            List<List<Path>> found = new ArrayList<>();
            StudioLauncher launcher = scratch.around(listener -> {
                found.add(files(scratch.folder()));
                Files.createDirectory(scratch.folder().resolve("jna"));
                Files.writeString(scratch.folder().resolve("jna/libwebrtc.so"), "twenty megabytes");
                throw new IOException("no studio here");
            });
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> launcher.launch(new NobodyListens())).hasMessage("no studio here");
            }
            assertThat(found).containsExactly(List.of(), List.of());
            assertThat(scratch.options()).containsExactly("-Djava.io.tmpdir=" + scratch.folder());
        }
    }

    @Test
    void whatItMakesIsItsOwnersAlone() throws IOException {
        try (ScratchFolder scratch = ScratchFolder.in(data)) {
            Path all = data.resolve("studio-temporary");
            assertThat(scratch.folder()).hasParentRaw(all);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all.resolve("1.lock"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void twoRunsWithOneDataFolderHaveAFolderEach() throws IOException {
        try (ScratchFolder one = ScratchFolder.in(data);
                ScratchFolder other = ScratchFolder.in(data)) {
            assertThat(one.folder()).isNotEqualTo(other.folder());
        }
        ScratchFolder first = ScratchFolder.in(data);
        Path folder = first.folder();
        first.close();
        // What is over is taken again, so that there are never more folders than runs at once.
        try (ScratchFolder next = ScratchFolder.in(data)) {
            assertThat(next.folder()).isEqualTo(folder);
        }
    }

    private static final class NobodyListens implements StudioRun.Listener {
        @Override
        public void event(StudioEvent event) {}

        @Override
        public void ended(int status) {}
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
