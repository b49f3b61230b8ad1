package heliograph.signaling.http;

import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What is refused before it reaches who would answer it, by a guard or by Jetty: in WHEP's form at WHEP's paths, in the API's
 * everywhere else. What nobody can tell the path of has the API's. Holds nothing; any thread.
 */
final class Refusals {
    private Refusals() {}

    /** {@code code} is for programs, {@code message} for people. */
    static void refuse(Request request, Response response, Callback callback, int status, String code, String message) {
        if (WhepAnswers.isAsked(request)) {
            WhepAnswers.allowOrigins(response.getHeaders());
            Answers.problem(response, callback, status, message);
        } else {
            Answers.error(response, callback, status, code, message);
        }
    }

    /** Until so long has passed. */
    static void tooMany(Request request, Response response, Callback callback, Duration wait) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, wait.toSeconds() + 1);
        refuse(
                request,
                response,
                callback,
                HttpStatus.TOO_MANY_REQUESTS_429,
                "too-many-requests",
                "Too many requests from this address.");
    }
}
