package heliograph.broadcaster.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudioCommandLineTest {
    private static List<String> words(int feature) {
        return new StudioCommandLine(Path.of("/jdk/bin/java"), "a.jar:b.jar", feature, "x.Main", List.of("-Dx=y"))
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
}
