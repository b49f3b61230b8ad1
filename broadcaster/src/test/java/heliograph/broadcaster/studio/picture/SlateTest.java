package heliograph.broadcaster.studio.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.studio.JavaChild;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, without a screen, as the studio is: this one has a screen, and AWT only once. */
class SlateTest {
    /** In the private use area, where no font has anything. */
    private static final String NO_GLYPH = "\uDBFF\uDFFD";

    private final List<String> found = new CopyOnWriteArrayList<>();

    @Test
    void theWordIsThereInBothLanguagesInsideThePictureAndNoBoxesAre() throws Exception {
        try (JavaChild probe = new JavaChild(
                SlateProbe.class, Map.of("DISPLAY", ""), Path.of("target", "slate-test.log"), found::add)) {
            List.of("Camera disconnected", "摄像头已断开", "A very long one ".repeat(20), NO_GLYPH, "")
                    .forEach(probe::send);
            await().atMost(Patience.LIMIT).until(() -> found.size() == 5);
        }
        assertThat(found.subList(0, 3)).allSatisfy(it -> {
            assertThat(Integer.parseInt(it.substring(0, it.indexOf(" ")))).isGreaterThan(200);
            assertThat(it).endsWith(" 0");
        });
        assertThat(found.subList(3, 5)).containsOnly("0 0");
    }
}
