package heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private final Results results = new Results();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void measure() {
        for (double noise : new double[] {-0.01, 0, 0.01}) {
            crowd(MediaPath.DIRECT, 1, 0.3 + noise);
            crowd(MediaPath.DIRECT, 4, 0.9 + noise);
            crowd(MediaPath.RELAY, 1, 0.3 + noise);
            crowd(MediaPath.RELAY, 101, 0.6 + noise);
        }
        results.add(Measure.PICTURE, MediaPath.DIRECT, 1, PictureMeasure.LATENCY_P50, 80);
        results.add(Measure.PICTURE, MediaPath.RELAY, 1, PictureMeasure.LATENCY_P50, 88);
        results.add(Measure.PICTURE, MediaPath.RELAY, 1, PictureMeasure.FIRST_PICTURE, Double.NaN);
        results.finding("200 relay viewers: 3 got fewer");
        results.warn("the machine was not calm");
        results.fail("the hop: no tcpdump");
    }

    private void crowd(MediaPath path, int viewers, double cores) {
        results.add(Measure.CROWD, path, viewers, CrowdMeasure.CORES, cores);
        results.add(Measure.CROWD, path, viewers, CrowdMeasure.FRAMES, 30);
    }

    @Test
    void theRatiosComeFirstAndNoWarningIsLeftOut() {
        String text = Markdown.of(report(), results);

        assertThat(text)
                .contains("| one viewer more costs (cores) | 0.200 | 0.0030 | 1 : 67 |")
                .contains("| In Chromium: capture to display, p50 (ms) | 80 (n = 1) | 88 (n = 1) | +8 |")
                .contains("| direct, viewers | 1 | 4 |")
                .contains("| processor (cores) | 0.30 (0.29-0.31) | 0.90 (0.89-0.91) |")
                .contains("- the machine was not calm")
                .contains("- the hop: no tcpdump")
                .contains("- 200 relay viewers: 3 got fewer")
                .contains("| processor | 2 x a/b |");
        assertThat(text.indexOf("In short")).isLessThan(text.indexOf("Many viewers"));
    }

    @Test
    void whatWasNotMeasuredIsADashAndNull() {
        assertThat(Markdown.of(report(), results))
                .contains("| In Chromium: first picture after the click (ms) | - | - | - |");
        JsonObject json = JsonParser.parseString(report().json()).getAsJsonObject();
        JsonObject last = json.getAsJsonArray("figures")
                .get(json.getAsJsonArray("figures").size() - 1)
                .getAsJsonObject();
        assertThat(last.get("median").isJsonNull()).isTrue();
        assertThat(last.getAsJsonArray("values").get(0).isJsonNull()).isTrue();
    }

    @Test
    void programsGetEveryValue() {
        JsonObject json = JsonParser.parseString(report().json()).getAsJsonObject();
        JsonObject first = json.getAsJsonArray("figures").get(0).getAsJsonObject();

        assertThat(first.get("measure").getAsString()).isEqualTo("crowd");
        assertThat(first.get("path").getAsString()).isEqualTo("direct");
        assertThat(first.get("viewers").getAsInt()).isEqualTo(1);
        assertThat(first.getAsJsonArray("values")).hasSize(3);
        assertThat(first.get("median").getAsDouble()).isEqualTo(0.3);
        assertThat(json.getAsJsonArray("notMeasured")).hasSize(1);
    }

    @Test
    void bothAreWrittenSideBySide() throws Exception {
        Path file = folder.resolve("new").resolve("benchmarks.md");

        report().write(file, "text\n");

        assertThat(file).hasContent("text");
        assertThat(JsonParser.parseString(Files.readString(file.resolveSibling("benchmarks.json")))
                        .isJsonObject())
                .isTrue();
    }

    private Report report() {
        return new Report(
                Map.of("processor", "2 x a|b"),
                "--quick",
                results.figures(),
                results.findings(),
                results.warnings(),
                results.failures());
    }
}
