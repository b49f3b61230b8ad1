package heliograph.signaling.http;

import com.google.gson.JsonObject;
import heliograph.signaling.auth.InvitationExchange;
import heliograph.signaling.auth.InvitationResult;
import heliograph.signaling.auth.Visitor;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code POST /api/invitation}. Any thread; waits for nothing: uses are counted on {@link InvitationExchange}'s thread. */
public final class InvitationHandler extends Handler.Abstract {
    private static final int LONGEST = 128;
    /** 128 bits at least, in Base64 for URLs: it must be nothing that somebody else hits upon. */
    private static final Predicate<String> ATTEMPT =
            Pattern.compile("[A-Za-z0-9_-]{22,64}").asMatchPredicate();

    private final InvitationExchange exchange;
    private final ClientAddress clients;

    public InvitationHandler(InvitationExchange exchange, ClientAddress clients) {
        this.exchange = exchange;
        this.clients = clients;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        JsonBody.post(request, response, callback, body -> {
            Optional<String> secret = JsonBody.text(body, "invitation", LONGEST);
            Optional<String> attempt = JsonBody.text(body, "attempt", LONGEST);
            if (secret.isEmpty()
                    || (body.has("attempt") && attempt.filter(ATTEMPT).isEmpty())) {
                Answers.error(
                        response,
                        callback,
                        HttpStatus.BAD_REQUEST_400,
                        "bad-request",
                        "The body must be {\"invitation\": \"...\"}, with an attempt of 22 to 64 characters or none.");
            } else {
                attempt(clients.of(request), response, callback, secret.get(), attempt);
            }
        });
        return true;
    }

    private void attempt(
            Visitor visitor, Response response, Callback callback, String secret, Optional<String> attempt) {
        AttemptAnswers.whenKnown(
                exchange.attempt(visitor, secret, attempt),
                response,
                callback,
                result -> answer(response, callback, result));
    }

    private static void answer(Response response, Callback callback, InvitationResult result) {
        if (result instanceof InvitationResult.Granted granted) {
            JsonObject body = AttemptAnswers.body(granted.token());
            body.addProperty("name", granted.name());
            Answers.json(response, callback, HttpStatus.OK_200, body);
        } else if (result instanceof InvitationResult.Limited limited) {
            Answers.tooMany(response, callback, limited.retryAfter());
        } else if (result instanceof InvitationResult.Closed closed) {
            String state = closed.state().name().toLowerCase(Locale.ROOT);
            Answers.error(
                    response,
                    callback,
                    HttpStatus.GONE_410,
                    "invitation-" + state,
                    "This invitation is " + state + " and lets nobody in.");
        } else {
            AttemptAnswers.unauthorized(response, callback, "There is no such invitation.");
        }
    }
}
