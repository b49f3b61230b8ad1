package heliograph.signaling.http;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What a player may do with its session (RFC 9725, section 4.3): trickle candidates, restart ICE, end it. Immutable; any
 * thread.
 */
final class WhepSession {
    static final String METHODS = "OPTIONS, GET, HEAD, PATCH, DELETE";

    private final WhepLimits limits;

    WhepSession(WhepLimits limits) {
        this.limits = limits;
    }

    /** A request of the one whose session it is. */
    void handle(WhepViewer viewer, Request request, Response response, Callback callback) throws WhepFailure {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> look(viewer, request, response, callback);
            case "PATCH" -> patch(viewer, request, response, callback);
            // Whatever If-Match says: the session is meant, not one ICE session of it.
            case "DELETE" -> {
                viewer.leave();
                WhepAnswers.empty(response, callback, HttpStatus.OK_200);
            }
            default -> WhepAnswers.notAllowed(response, callback, METHODS);
        }
    }

    /** Nothing, which is no error (section 4.1), and in the header what a player needs that was here for long. */
    private static void look(WhepViewer viewer, Request request, Response response, Callback callback) {
        var unused = viewer.look(request.getComponents().getExecutor()).whenComplete((negotiated, failure) -> {
            if (failure == null) {
                WhepAnswers.describe(response.getHeaders(), negotiated);
                WhepAnswers.empty(response, callback, HttpStatus.NO_CONTENT_204);
            } else {
                WhepAnswers.refuse(response, callback, failure);
            }
        });
    }

    private void patch(WhepViewer viewer, Request request, Response response, Callback callback) throws WhepFailure {
        if (!Bodies.isOf(request, SdpFragment.TYPE)) {
            throw new WhepFailure(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "The fragment must be " + SdpFragment.TYPE + ".");
        }
        IfMatch precondition = IfMatch.of(request.getHeaders())
                .orElseThrow(() -> new WhepFailure(
                        HttpStatus.PRECONDITION_REQUIRED_428,
                        "If-Match must name the ICE session by its entity-tag, or be * to restart it."));
        Executor executor = request.getComponents().getExecutor();
        Bodies.read(request, limits.fragmentBytes(), (body, failure) -> {
            if (failure == null) {
                patch(viewer, precondition, body, executor, response, callback);
            } else if (failure instanceof Bodies.TooLarge) {
                WhepAnswers.refuse(response, callback, failure);
            } else {
                callback.failed(failure);
            }
        });
    }

    private static void patch(
            WhepViewer viewer,
            IfMatch precondition,
            String body,
            Executor executor,
            Response response,
            Callback callback) {
        SdpFragment fragment;
        try {
            fragment = SdpFragment.parse(body);
        } catch (MalformedFragmentException e) {
            WhepAnswers.refuse(
                    response,
                    callback,
                    new WhepFailure(HttpStatus.UNPROCESSABLE_ENTITY_422, "That is no SDP fragment: " + e.text() + "."));
            return;
        }
        var unused = viewer.patch(precondition, fragment, executor).whenComplete((restarted, failure) -> {
            if (failure == null) {
                patched(restarted, response, callback);
            } else {
                WhepAnswers.refuse(response, callback, failure);
            }
        });
    }

    /** Section 4.3.2 wants no entity-tag where it is still the same, section 4.3.3 one where it is not. */
    private static void patched(Optional<Negotiated> restarted, Response response, Callback callback) {
        if (restarted.isPresent()) {
            WhepAnswers.describe(response.getHeaders(), restarted.get());
            Answers.write(
                    response,
                    callback,
                    HttpStatus.OK_200,
                    SdpFragment.TYPE,
                    restarted.get().body());
        } else {
            WhepAnswers.empty(response, callback, HttpStatus.NO_CONTENT_204);
        }
    }
}
