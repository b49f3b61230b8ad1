package heliograph.signaling.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads what the API is posted: one small JSON object. Holds nothing; any thread; waits for nothing. */
final class JsonBody {
    private static final int BYTES = 4 * 1024;
    private static final Gson GSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private JsonBody() {}

    /** The object, which may be empty where the body is no object; whatever else is wrong is answered here. */
    static void post(Request request, Response response, Callback callback, Consumer<JsonObject> then) {
        if (!request.getMethod().equals("POST")) {
            response.getHeaders().put(HttpHeader.ALLOW, "POST");
            Answers.error(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "method-not-allowed", "POST only.");
        } else if (!Bodies.isOf(request, "application/json")) {
            Answers.error(
                    response,
                    callback,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                    "unsupported-media-type",
                    "The body must be application/json.");
        } else {
            Bodies.read(request, BYTES, (body, failure) -> {
                if (failure == null) {
                    then.accept(parse(body));
                } else if (failure instanceof Bodies.TooLarge) {
                    Answers.error(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, "too-large", "At most 4 KiB.");
                } else {
                    callback.failed(failure);
                }
            });
        }
    }

    /** A text field of 1 to so many characters. */
    static Optional<String> text(JsonObject object, String name, int longest) {
        JsonElement element = object.get(name);
        if (element == null
                || !element.isJsonPrimitive()
                || !element.getAsJsonPrimitive().isString()
                || element.getAsString().isEmpty()
                || element.getAsString().length() > longest) {
            return Optional.empty();
        }
        return Optional.of(element.getAsString());
    }

    private static JsonObject parse(String body) {
        try {
            JsonObject object = GSON.fromJson(body, JsonObject.class);
            return object == null ? new JsonObject() : object;
        } catch (JsonParseException e) {
            return new JsonObject();
        }
    }
}
