package heliograph.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The JavaScript that every tab runs before its page's own. */
final class Script {
    private static final List<String> FILES = List.of("peers.js", "picture.js", "sound.js");

    private Script() {}

    /** All of it, as statements of one function. */
    static String text() {
        return FILES.stream().map(Script::read).collect(Collectors.joining("\n"));
    }

    /** Wraps an expression so that its value, awaited, comes back as JSON text. */
    static String json(String expression) {
        return "(async () => JSON.stringify((await (" + expression + ")) ?? null))()";
    }

    private static String read(String name) {
        try (InputStream resource = Script.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
