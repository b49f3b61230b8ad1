package heliograph.signaling.protocol;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enum constants by their names in kebab case. */
final class WireNames implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        Class<? super T> raw = type.getRawType();
        if (!raw.isEnum()) {
            return null;
        }
        Map<String, T> constants = new LinkedHashMap<>();
        for (Object constant : raw.getEnumConstants()) {
            @SuppressWarnings("unchecked") // the constants of T's own class
            T value = (T) constant;
            constants.put(SealedJson.kebab(((Enum<?>) constant).name()), value);
        }
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T value) throws IOException {
                out.value(value == null ? null : SealedJson.kebab(((Enum<?>) value).name()));
            }

            @Override
            public T read(JsonReader in) throws IOException {
                T value = constants.get(in.nextString());
                if (value == null) {
                    throw new JsonParseException(
                            SealedJson.kebab(raw.getSimpleName()) + ": not one of " + constants.keySet());
                }
                return value;
            }
        };
    }
}
