package heliograph.whepcheck;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Whom the fake server lets in. Lives on its one thread. */
final class FakeTokens {
    private final @Nullable Fault fault;
    private final FakeAnswers answers;
    private final AtomicInteger shown = new AtomicInteger();

    FakeTokens(@Nullable Fault fault, FakeAnswers answers) {
        this.fault = fault;
        this.answers = answers;
    }

    /** How often there was a token in the header. Any thread. */
    int shown() {
        return shown.get();
    }

    private boolean has(Fault one) {
        return fault == one;
    }

    /** Whether a session lets just this be done without a good token. */
    boolean isOpen(HttpExchange exchange) {
        boolean with = exchange.getRequestHeaders().containsKey("Authorization");
        return switch (exchange.getRequestMethod()) {
            case "GET" -> has(Fault.ANYBODY_LOOKS) || (with && has(Fault.ANY_TOKEN_LOOKS));
            case "PATCH" -> has(Fault.ANYBODY_PATCHES) || (with && has(Fault.ANY_TOKEN_PATCHES));
            case "DELETE" -> has(Fault.ANYBODY_DELETES) || (with && has(Fault.ANY_TOKEN_DELETES));
            default -> false;
        };
    }

    /** Whether who asks without a good token hears that there is no such session. */
    private boolean hides(HttpExchange exchange, boolean with) {
        return switch (exchange.getRequestMethod()) {
            case "PATCH" ->
                has(with ? Fault.WRONG_TOKENS_HEAR_404_FROM_PATCH : Fault.STRANGERS_HEAR_404_FROM_PATCH)
                        || has(Fault.STRANGERS_HEAR_404);
            case "DELETE" -> has(Fault.STRANGERS_HEAR_404) || (with && has(Fault.WRONG_TOKENS_HEAR_404_FROM_DELETE));
            default -> has(Fault.STRANGERS_HEAR_404);
        };
    }

    /** Whether it has a good token; if it has not that is answered. */
    boolean authorized(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given != null) {
            shown.incrementAndGet();
        }
        if (("Bearer " + FakeWhep.TOKEN).equals(given)
                || FakeWhep.IN_URL.equals(exchange.getRequestURI().getQuery())
                || has(Fault.NO_TOKEN_NEEDED)) {
            return true;
        }
        if (hides(exchange, given != null)
                && !exchange.getRequestURI().getPath().equals("/whep")) {
            answers.answer(exchange, 404, "");
            return false;
        }
        if (given != null && has(Fault.WRONG_TOKEN_IS_403)) {
            answers.answer(exchange, 403, "");
            return false;
        }
        boolean error = given == null ? has(Fault.ERROR_WITHOUT_TOKEN) : !has(Fault.NO_ERROR_FOR_WRONG_TOKEN);
        Headers headers = exchange.getResponseHeaders();
        headers.set(
                "WWW-Authenticate",
                has(Fault.CHALLENGE_WITHOUT_PARAMETERS)
                        ? "Bearer"
                        : "Bearer realm=\"r\"" + (error ? ", error=\"invalid_token\"" : ""));
        if (has(Fault.REFUSALS_WITHOUT_CORS)) {
            headers.remove("Access-Control-Allow-Origin");
        }
        answers.answer(exchange, 401, "");
        return false;
    }
}
