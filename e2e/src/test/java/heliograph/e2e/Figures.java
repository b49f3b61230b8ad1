package heliograph.e2e;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What was measured on the way, for people: {@code target/figures.json}. A busy machine makes them worse, so no test judges them. */
final class Figures {
    private static final Path FILE = Path.of("target", "figures.json");
    private static final Map<String, Double> ALL = new TreeMap<>();

    private Figures() {}

    static synchronized void put(String name, double value) {
        ALL.put(name, Math.round(value * 10) / 10.0);
        try {
            Files.writeString(
                    FILE,
                    new GsonBuilder()
                            .setPrettyPrinting()
                            .serializeSpecialFloatingPointValues()
                            .disableHtmlEscaping()
                            .create()
                            .toJson(ALL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
