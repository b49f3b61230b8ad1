package heliograph.whepcheck;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The fake server's answers that have nothing to do with what it knows. Lives on its one thread. */
final class FakeAnswers {
    private final @Nullable Fault fault;

    FakeAnswers(@Nullable Fault fault) {
        this.fault = fault;
    }

    private boolean has(Fault one) {
        return fault == one;
    }

    void allowOrigins(Headers headers) {
        if (!has(Fault.NO_CORS)) {
            headers.set("Access-Control-Allow-Origin", has(Fault.COOKIES_FROM_ANYWHERE) ? Server.ORIGIN : "*");
        }
        if (has(Fault.COOKIES_FROM_ANYWHERE)) {
            headers.set("Access-Control-Allow-Credentials", "true");
        }
        if (!has(Fault.NOTHING_EXPOSED)) {
            headers.set("Access-Control-Expose-Headers", "Location, ETag, Link");
        }
    }

    void options(HttpExchange exchange, String path) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        boolean withIfMatch = path.equals("/whep") || !has(Fault.SESSION_PREFLIGHT_WITHOUT_IF_MATCH);
        headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type" + (withIfMatch ? ", If-Match" : ""));
        headers.set(
                "Access-Control-Allow-Methods",
                "POST, PATCH" + (has(Fault.SESSION_PREFLIGHT_WITHOUT_DELETE) ? "" : ", DELETE"));
        if (!has(Fault.NO_ACCEPT_POST)) {
            headers.set("Accept-Post", Server.SDP);
        }
        boolean preflight = exchange.getRequestHeaders().containsKey("Access-Control-Request-Method");
        int status = has(Fault.OPTIONS_REFUSED) ? 405 : has(Fault.OPTIONS_IS_204) ? 204 : 200;
        answer(exchange, preflight && has(Fault.PREFLIGHT_NEEDS_A_TOKEN) ? 401 : status, "");
    }

    void notAllowed(HttpExchange exchange, String methods) throws IOException {
        if (!has(Fault.NO_ALLOW)) {
            exchange.getResponseHeaders().set("Allow", methods);
        }
        answer(exchange, 405, "");
    }

    void answer(HttpExchange exchange, int status, String body) throws IOException {
        String text = body;
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (status >= 400 && !head && !has(Fault.NO_PROBLEMS)) {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            text = problem(status);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String problem(int status) {
        if (has(Fault.PROBLEM_THAT_IS_NONE)) {
            return "No.";
        }
        if (has(Fault.PROBLEM_WITHOUT_STATUS)) {
            return "{}";
        }
        String type = has(Fault.PROBLEM_WITH_A_TYPE_OF_ANOTHER_KIND) ? "7" : "\"about:blank\"";
        return "{\"type\":" + type + ",\"status\":" + (has(Fault.PROBLEM_OF_ANOTHER_STATUS) ? 400 : status) + "}";
    }

    /** What the body is said to be. */
    static String type(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type == null ? "" : type;
    }
}
