package heliograph.signaling.protocol;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Records whose every component must be there, unless it is {@code @Nullable}, and of its own kind of JSON value. */
final class StrictRecords implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        Class<? super T> raw = type.getRawType();
        if (!raw.isRecord()) {
            return null;
        }
        TypeAdapter<T> delegate = gson.getDelegateAdapter(this, type);
        RecordComponent[] components = raw.getRecordComponents();
        TypeAdapter<JsonElement> elements = gson.getAdapter(JsonElement.class);
        // Said here and not by the family's adapter alone: for a component that is of a family, Gson asks the adapter
        // of the value's own class.
        boolean inFamily = Arrays.stream(raw.getInterfaces()).anyMatch(Class::isSealed);
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T value) throws IOException {
                if (value == null || !inFamily) {
                    delegate.write(out, value);
                    return;
                }
                JsonObject object = new JsonObject();
                object.addProperty("type", SealedFamilies.nameOf(raw));
                delegate.toJsonTree(value)
                        .getAsJsonObject()
                        .entrySet()
                        .forEach(field -> object.add(field.getKey(), field.getValue()));
                elements.write(out, object);
            }

            @Override
            public T read(JsonReader in) throws IOException {
                JsonObject object = SealedJson.object(elements.read(in), raw);
                for (RecordComponent component : components) {
                    check(component, object.get(component.getName()));
                }
                return delegate.fromJsonTree(object);
            }
        };
    }

    private static void check(RecordComponent component, @Nullable JsonElement value) {
        if (value == null || value.isJsonNull()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new JsonParseException("no " + component.getName());
            }
            return;
        }
        // Gson would make a string of a number and a number of a string.
        Class<?> kind = component.getType();
        JsonPrimitive primitive = value.isJsonPrimitive() ? value.getAsJsonPrimitive() : null;
        boolean text = kind == String.class || kind.isEnum();
        boolean number = kind == int.class || kind == long.class || kind == Integer.class || kind == Long.class;
        boolean logical = kind == boolean.class || kind == Boolean.class;
        if ((text && (primitive == null || !primitive.isString()))
                || (number && (primitive == null || !primitive.isNumber() || !whole(primitive.getAsString())))
                || (logical && (primitive == null || !primitive.isBoolean()))) {
            throw new JsonParseException(component.getName() + ": of the wrong kind");
        }
    }

    /** Gson would cut the rest off: 1e99 would become some int. */
    private static boolean whole(String number) {
        return number.matches("-?[0-9]{1,9}");
    }
}
