package heliograph.signaling.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/**
 * A sealed family of records as JSON objects whose {@code type} is the record's name in kebab case. Immutable; any
 * thread.
 *
 * <p>Strict where it reads (RFC 8259): a component that is not {@code @Nullable} must be there and of its kind, so that
 * no record is ever made from half a message. Fields that no record has are passed over, so that either side may learn
 * a new one first.
 *
 * @param <T> the sealed interface
 */
public final class SealedJson<T> {
    private final TypeAdapter<T> adapter;

    private SealedJson(TypeAdapter<T> adapter) {
        this.adapter = adapter;
    }

    /** The codec of one family. */
    public static <T> SealedJson<T> of(Class<T> sealedInterface) {
        if (!sealedInterface.isSealed()) {
            throw new IllegalArgumentException(sealedInterface + " is not sealed");
        }
        Gson gson = new GsonBuilder()
                .setStrictness(Strictness.STRICT)
                .disableHtmlEscaping()
                .registerTypeAdapterFactory(new StrictRecords())
                .registerTypeAdapterFactory(new SealedFamilies())
                .registerTypeAdapterFactory(new WireNames())
                .registerTypeAdapter(java.time.Instant.class, new InstantText())
                .create();
        return new SealedJson<>(gson.getAdapter(TypeToken.get(sealedInterface)));
    }

    /** One line of JSON. */
    public String encode(T message) {
        return adapter.toJson(message);
    }

    /**
     * The message that a text says.
     *
     * @throws MalformedMessageException when it is no JSON object, of no known type, or lacks something
     */
    public T decode(String json) throws MalformedMessageException {
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            T message = adapter.read(reader);
            if (message == null || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedMessageException("not one JSON object");
            }
            return message;
        } catch (IOException | RuntimeException e) {
            // Whatever a stranger's text makes the parser throw is the text's fault. Its words may quote the text:
            // only ours are passed on.
            throw new MalformedMessageException(
                    e instanceof JsonParseException && e.getCause() == null && e.getMessage() != null
                            ? e.getMessage()
                            : "not a JSON object of the expected form");
        }
    }

    /** {@code NOT_STARTED} and {@code OnAir} become {@code not-started} and {@code on-air}. */
    static String kebab(String name) {
        if (name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
            return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    static JsonObject object(JsonElement element, Class<?> what) {
        if (!element.isJsonObject()) {
            throw new JsonParseException(kebab(what.getSimpleName()) + ": not an object");
        }
        return element.getAsJsonObject();
    }
}
