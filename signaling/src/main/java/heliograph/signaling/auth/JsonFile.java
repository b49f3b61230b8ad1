package heliograph.signaling.auth;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as a JSON file of the private folder, which another process may replace at any time. Safe for use by many
 * threads.
 *
 * @param <T> the record; its constructors refuse what must not be in the file
 */
final class JsonFile<T extends Record> {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final PrivateFolder folder;
    private final String name;
    private final Class<T> type;
    private byte @Nullable [] seen;

    JsonFile(PrivateFolder folder, String name, Class<T> type) {
        this.folder = folder;
        this.name = name;
        this.type = type;
    }

    /**
     * What is in it; empty when there is no such file.
     *
     * @throws IOException when it cannot be read, or is not what this program wrote
     */
    synchronized Optional<T> read() throws IOException {
        seen = folder.read(name).orElse(null);
        return seen == null ? Optional.empty() : Optional.of(parse(seen));
    }

    /** Whether it is another than when it was read or written last. */
    synchronized boolean changed() throws IOException {
        return !Arrays.equals(folder.read(name).orElse(null), seen);
    }

    /** Replaces it, whole or not at all. */
    synchronized void write(T value) throws IOException {
        byte[] bytes = (GSON.toJson(value) + "\n").getBytes(StandardCharsets.UTF_8);
        folder.write(name, bytes);
        seen = bytes;
    }

    private T parse(byte[] bytes) throws IOException {
        T value;
        try {
            value = GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), type);
        } catch (RuntimeException e) {
            // Gson's own, and what the records' constructors throw.
            throw damaged(e);
        }
        if (value == null) {
            throw damaged(new IllegalArgumentException("nothing in it"));
        }
        return value;
    }

    private IOException damaged(Exception cause) {
        return new IOException(name + " in " + folder + " is damaged; restore it, or delete it to start anew", cause);
    }
}
