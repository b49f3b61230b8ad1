package heliograph.signaling.http;

import com.google.gson.JsonObject;
import heliograph.signaling.auth.Token;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What signing in and coming in by an invitation have in common: what a try at it is answered with. Holds nothing; any thread. */
final class AttemptAnswers {
    private static final Logger log = LoggerFactory.getLogger(AttemptAnswers.class);

    private AttemptAnswers() {}

    /** When it is known what came of it, {@code then} answers that; what went wrong on our side is answered here. */
    static <T> void whenKnown(CompletionStage<T> attempt, Response response, Callback callback, Consumer<T> then) {
        var unused = attempt.whenComplete((result, failure) -> {
            if (failure == null) {
                then.accept(result);
            } else {
                log.error("sign-in: failed", failure);
                Answers.error(
                        response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, "internal", "Something went wrong.");
            }
        });
    }

    /** The body that hands out a token. */
    static JsonObject body(Token token) {
        JsonObject body = new JsonObject();
        body.addProperty("token", token.text());
        body.addProperty("expiresAt", token.expiresAt().toString());
        return body;
    }

    /** Nobody is let in by that. */
    static void unauthorized(Response response, Callback callback, String message) {
        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        Answers.error(response, callback, HttpStatus.UNAUTHORIZED_401, "unauthorized", message);
    }
}
