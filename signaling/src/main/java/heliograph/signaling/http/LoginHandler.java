package heliograph.signaling.http;

import com.google.gson.JsonObject;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.Login;
import heliograph.signaling.auth.LoginResult;
import heliograph.signaling.auth.Visitor;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/login}. Any thread; waits for nothing: the password is checked on {@link Login}'s threads. */
public final class LoginHandler extends Handler.Abstract {
    private static final Logger log = LoggerFactory.getLogger(LoginHandler.class);

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
        login.attempt(visitor, credentials.get()).whenComplete((result, failure) -> {
            if (failure != null) {
                log.error("login: failed", failure);
                Answers.error(
                        response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, "internal", "Something went wrong.");
            } else {
                answer(response, callback, result);
            }
        });
    }

    private static void answer(Response response, Callback callback, LoginResult result) {
        if (result instanceof LoginResult.Granted granted) {
            JsonObject body = new JsonObject();
            body.addProperty("token", granted.token().text());
            body.addProperty("expiresAt", granted.token().expiresAt().toString());
            Answers.json(response, callback, HttpStatus.OK_200, body);
        } else if (result instanceof LoginResult.Limited limited) {
            Answers.tooMany(response, callback, limited.retryAfter());
        } else {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
            Answers.error(
                    response,
                    callback,
                    HttpStatus.UNAUTHORIZED_401,
                    "unauthorized",
                    "There is no such account, or the password is another.");
        }
    }

    private static Optional<Credentials> credentials(JsonObject body) {
        return JsonBody.text(body, "username", Credentials.LONGEST_USERNAME)
                .flatMap(username -> JsonBody.text(body, "password", Credentials.LONGEST_PASSWORD)
                        .map(password -> new Credentials(username, password)));
    }
}
