package heliograph.signaling.protocol;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sealed interfaces: the record that {@code type} names. */
final class SealedFamilies implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        Class<? super T> family = type.getRawType();
        if (!family.isSealed()) {
            return null;
        }
        Map<String, TypeAdapter<?>> byName = new HashMap<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            byName.put(nameOf(member), gson.getAdapter(member));
        }
        TypeAdapter<JsonElement> elements = gson.getAdapter(JsonElement.class);
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T value) throws IOException {
                // The record's own adapter says its type.
                elements.write(out, gson.toJsonTree(value));
            }

            @Override
            public T read(JsonReader in) throws IOException {
                JsonObject object = SealedJson.object(elements.read(in), family);
                JsonElement name = object.get("type");
                if (name == null || !name.isJsonPrimitive()) {
                    throw new JsonParseException("no type");
                }
                @SuppressWarnings("unchecked") // every permitted class is a T
                TypeAdapter<T> member = (TypeAdapter<T>) byName.get(name.getAsString());
                if (member == null) {
                    throw new JsonParseException("unknown type");
                }
                return member.fromJsonTree(object);
            }
        };
    }

    /** The word on the wire for a member of a family. */
    static String nameOf(Class<?> member) {
        WireName other = member.getAnnotation(WireName.class);
        return other == null ? SealedJson.kebab(member.getSimpleName()) : other.value();
    }
}
