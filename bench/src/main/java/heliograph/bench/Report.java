package heliograph.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that came of a run; a value.
 *
 * @param machine where and with what, a name and a value each
 * @param settings how it was called
 * @param figures what was measured
 * @param findings what a reader should know
 * @param warnings what makes the figures worth less
 * @param failures what could not be measured
 */
record Report(
        Map<String, String> machine,
        String settings,
        List<Figure> figures,
        List<String> findings,
        List<String> warnings,
        List<String> failures) {
    /** For programs. What could not be taken is {@code null}. */
    String json() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("measure", figure.measure().toString());
            row.put("path", figure.path().option());
            row.put("viewers", figure.viewers());
            row.put("name", figure.name());
            row.put("median", finite(figure.spread().median()));
            row.put("values", figure.values().stream().map(Report::finite).toList());
            rows.add(row);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("settings", settings);
        all.put("figures", rows);
        all.put("findings", findings);
        all.put("warnings", warnings);
        all.put("notMeasured", failures);
        Gson gson = new GsonBuilder()
                .setPrettyPrinting()
                .serializeNulls()
                .disableHtmlEscaping()
                .create();
        return gson.toJson(all) + "\n";
    }

    // A list that may hold nulls needs something in their place.
    private static Object finite(double value) {
        return Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : com.google.gson.JsonNull.INSTANCE;
    }

    /** Writes it twice, as Markdown and, beside that, as JSON. */
    void write(Path markdown, String text) throws IOException {
        Path folder = markdown.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(markdown, text);
        Files.writeString(
                markdown.resolveSibling(String.valueOf(markdown.getFileName()).replaceFirst("\\.md$", "") + ".json"),
                json());
    }
}
