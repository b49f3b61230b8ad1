package heliograph.broadcaster.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioCommandLineTest {
    private static List<String> words(int feature) {
        return words(feature, Optional.empty());
    }

    private static List<String> words(int feature, Optional<Path> archive) {
        return new StudioCommandLine(
                        Path.of("/jdk/bin/java"), "a.jar:b.jar", feature, "x.Main", List.of("-Dx=y"), archive)
                .words();
    }

    @Test
    void theSameJavaAndClassPathAreUsed() {
        assertThat(words(17)).startsWith("/jdk/bin/java").endsWith("-Dx=y", "-cp", "a.jar:b.jar", "x.Main");
    }

    @Test
    void nativeAccessIsAllowedWhereTheJdkAsksForIt() {
        assertThat(words(17)).noneMatch(word -> word.contains("native-access"));
        assertThat(words(22)).contains("--enable-native-access=ALL-UNNAMED");
        assertThat(words(25)).contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void theClassArchiveIsUsedAndTheJvmsWordsAboutItAreNoEvents() {
        assertThat(words(17)).noneMatch(word -> word.startsWith("-X"));
        assertThat(words(17, Optional.of(Path.of("/lib/studio.jsa"))))
                .contains("-XX:SharedArchiveFile=/lib/studio.jsa")
                .containsSubsequence("-Xlog:disable", "-Xlog:all=warning:stderr");
    }

    @Test
    void theClassArchiveIsFoundBesideTheFirstJar(@TempDir Path folder) throws IOException {
        String classPath = folder.resolve("a.jar") + File.pathSeparator + "b.jar";
        assertThat(StudioCommandLine.archive(classPath)).isEmpty();

        Path archive = Files.createFile(folder.resolve("studio.jsa"));

        assertThat(StudioCommandLine.archive(classPath)).contains(archive);
        assertThat(StudioCommandLine.archive(folder + File.pathSeparator + classPath))
                .isEmpty();
    }
}
