package heliograph.signaling.http;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes answers that no cache may keep. Holds nothing; any thread. */
final class Answers {
    private Answers() {}

    /** An answer of the API's. */
    static void json(Response response, Callback callback, int status, JsonObject body) {
        write(response, callback, status, "application/json", body.toString());
    }

    /** A refusal of the API's, in its own form. */
    static void error(Response response, Callback callback, int status, String code, String message) {
        JsonObject body = new JsonObject();
        body.addProperty("error", code);
        body.addProperty("message", message);
        json(response, callback, status, body);
    }

    /** A refusal of the API's to look at it before so long. */
    static void tooMany(Response response, Callback callback, Duration wait) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, wait.toSeconds() + 1);
        error(response, callback, HttpStatus.TOO_MANY_REQUESTS_429, "too-many-requests", "Too many attempts.");
    }

    /** A refusal in the form of RFC 9457. */
    static void problem(Response response, Callback callback, int status, String detail) {
        JsonObject body = new JsonObject();
        body.addProperty("type", "about:blank");
        body.addProperty("title", HttpStatus.getMessage(status));
        body.addProperty("status", status);
        body.addProperty("detail", detail);
        write(response, callback, status, "application/problem+json", body.toString());
    }

    static void write(Response response, Callback callback, int status, String type, String text) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
