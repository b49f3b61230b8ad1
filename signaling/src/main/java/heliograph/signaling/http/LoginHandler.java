package heliograph.signaling.http;

import com.google.gson.JsonObject;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.Login;
import heliograph.signaling.auth.LoginResult;
import heliograph.signaling.auth.Visitor;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code POST /api/login}. Any thread; waits for nothing: the password is checked on {@link Login}'s threads. */
public final class LoginHandler extends Handler.Abstract {
    private final Login login;
    private final ClientAddress clients;

    public LoginHandler(Login login, ClientAddress clients) {
        this.login = login;
        this.clients = clients;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        JsonBody.post(
                request,
                response,
                callback,
                body -> attempt(clients.of(request), response, callback, credentials(body)));
        return true;
    }

    private void attempt(Visitor visitor, Response response, Callback callback, Optional<Credentials> credentials) {
        if (credentials.isEmpty()) {
            Answers.error(
                    response,
                    callback,
                    HttpStatus.BAD_REQUEST_400,
                    "bad-request",
                    "The body must be {\"username\": \"...\", \"password\": \"...\"}.");
            return;
        }
        AttemptAnswers.whenKnown(
                login.attempt(visitor, credentials.get()),
                response,
                callback,
                result -> answer(response, callback, result));
    }

    private static void answer(Response response, Callback callback, LoginResult result) {
        if (result instanceof LoginResult.Granted granted) {
            Answers.json(response, callback, HttpStatus.OK_200, AttemptAnswers.body(granted.token()));
        } else if (result instanceof LoginResult.Limited limited) {
            Answers.tooMany(response, callback, limited.retryAfter());
        } else {
            AttemptAnswers.unauthorized(response, callback, "There is no such account, or the password is another.");
        }
    }

    private static Optional<Credentials> credentials(JsonObject body) {
        return JsonBody.text(body, "username", Credentials.LONGEST_USERNAME)
                .flatMap(username -> JsonBody.text(body, "password", Credentials.LONGEST_PASSWORD)
                        .map(password -> new Credentials(username, password)));
    }
}
