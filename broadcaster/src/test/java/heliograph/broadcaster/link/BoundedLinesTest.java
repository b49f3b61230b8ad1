package heliograph.broadcaster.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
    private static BoundedLines lines(String text) {
        return new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 5);
    }

    @Test
    void linesEndAtEveryKindOfLineEndAndAtTheEnd() throws IOException {
        BoundedLines lines = lines("a\r\n\nÄ\nend");
        assertThat(lines.next()).isEqualTo("a");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("Ä");
        assertThat(lines.next()).isEqualTo("end");
        assertThat(lines.next()).isNull();
    }

    @Test
    void aLineThatIsTooLongIsCutAndTheNextIsWhole() throws IOException {
        BoundedLines lines = lines("123456789\nabc");
        assertThat(lines.next()).isEqualTo("12345");
        assertThat(lines.next()).isEqualTo("abc");
    }
}
