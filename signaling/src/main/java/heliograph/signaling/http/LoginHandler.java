package heliograph.signaling.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.Login;
import heliograph.signaling.auth.LoginResult;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/login}. Any thread; waits for nothing: the password is checked on {@link Login}'s threads. */
public final class LoginHandler extends Handler.Abstract {
    private static final Logger log = LoggerFactory.getLogger(LoginHandler.class);
    private static final int BODY_BYTES = 4 * 1024;
    private static final Gson GSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private final Login login;

    public LoginHandler(Login login) {
        this.login = login;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
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
            Bodies.read(request, BODY_BYTES, (body, failure) -> {
                if (failure == null) {
                    attempt(request, response, callback, body);
                } else if (failure instanceof Bodies.TooLarge) {
                    Answers.error(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, "too-large", "At most 4 KiB.");
                } else {
                    callback.failed(failure);
                }
            });
        }
        return true;
    }

    private void attempt(Request request, Response response, Callback callback, String body) {
        Optional<Credentials> credentials = parse(body);
        if (credentials.isEmpty()) {
            Answers.error(
                    response,
                    callback,
                    HttpStatus.BAD_REQUEST_400,
                    "bad-request",
                    "The body must be {\"username\": \"...\", \"password\": \"...\"}.");
            return;
        }
        login.attempt(network(request), credentials.get()).whenComplete((result, failure) -> {
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
            response.getHeaders()
                    .put(HttpHeader.RETRY_AFTER, limited.retryAfter().toSeconds() + 1);
            Answers.error(
                    response, callback, HttpStatus.TOO_MANY_REQUESTS_429, "too-many-requests", "Too many attempts.");
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

    private static Optional<Credentials> parse(String body) {
        try {
            JsonObject object = GSON.fromJson(body, JsonObject.class);
            if (object == null) {
                return Optional.empty();
            }
            String username = text(object.get("username"), Credentials.LONGEST_USERNAME);
            String password = text(object.get("password"), Credentials.LONGEST_PASSWORD);
            return username == null || password == null
                    ? Optional.empty()
                    : Optional.of(new Credentials(username, password));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(@Nullable JsonElement element, int longest) {
        if (element == null
                || !element.isJsonPrimitive()
                || !element.getAsJsonPrimitive().isString()
                || element.getAsString().isEmpty()
                || element.getAsString().length() > longest) {
            return null;
        }
        return element.getAsString();
    }

    /** Who asks, for counting attempts: of IPv6 the first half, because the second is the asker's to choose. */
    private static String network(Request request) {
        if (request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote) {
            InetAddress address = remote.getAddress();
            if (address instanceof Inet6Address) {
                return HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), 8));
            }
            return address.getHostAddress();
        }
        return "unknown";
    }
}
