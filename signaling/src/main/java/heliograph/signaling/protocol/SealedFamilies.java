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
        Map<Class<?>, String> names = new HashMap<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            WireName other = member.getAnnotation(WireName.class);
            String name = other == null ? SealedJson.kebab(member.getSimpleName()) : other.value();
            byName.put(name, gson.getAdapter(member));
            names.put(member, name);
        }
        TypeAdapter<JsonElement> elements = gson.getAdapter(JsonElement.class);
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T value) throws IOException {
                JsonObject object = new JsonObject();
                object.addProperty("type", names.get(value.getClass()));
                gson.toJsonTree(value).getAsJsonObject().entrySet().forEach(e -> object.add(e.getKey(), e.getValue()));
                elements.write(out, object);
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
}
