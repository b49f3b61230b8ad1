package heliograph.signaling.http;

import heliograph.signaling.protocol.IceServer;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Admission;
import heliograph.signaling.room.Refusal;
import heliograph.signaling.room.RoomThread;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WHEP: {@code POST /whep} brings an offer and takes the answer with all its candidates, {@code DELETE} on its location
 * ends the session. Any thread; waits for nothing: the room answers when it has an answer.
 */
public final class WhepHandler extends Handler.Abstract {
    private static final Logger log = LoggerFactory.getLogger(WhepHandler.class);
    private static final String PATH = "/whep";
    private static final String SDP = "application/sdp";
    private static final String BEARER = "Bearer ";
    private static final long RETRY_AFTER_SECONDS = 5;

    private final RoomThread room;
    private final Admission admission;
    private final List<IceServer> iceServers;
    private final Supplier<String> ids;
    private final WhepLimits limits;
    private final Map<String, WhepViewer> sessions = new ConcurrentHashMap<>();

    /** {@code ids} makes ids that nobody can guess. */
    public WhepHandler(
            RoomThread room, Admission admission, List<IceServer> iceServers, Supplier<String> ids, WhepLimits limits) {
        this.room = room;
        this.admission = admission;
        this.iceServers = List.copyOf(iceServers);
        this.ids = ids;
        this.limits = limits;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getCanonicalPath();
        if (path.equals(PATH)) {
            endpoint(request, response, callback);
        } else {
            session(path.substring(PATH.length() + 1), request, response, callback);
        }
        return true;
    }

    private void session(String id, Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("DELETE")) {
            response.getHeaders().put(HttpHeader.ALLOW, "DELETE");
            Answers.problem(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "A session can only be deleted.");
            return;
        }
        WhepViewer viewer = sessions.get(id);
        if (viewer == null) {
            Answers.problem(
                    response, callback, HttpStatus.NOT_FOUND_404, "There is no such session; it may have ended.");
            return;
        }
        viewer.leave();
        response.setStatus(HttpStatus.OK_200);
        response.write(true, null, callback);
    }

    private void endpoint(Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("POST")) {
            response.getHeaders().put(HttpHeader.ALLOW, "POST");
            Answers.problem(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "An offer comes by POST.");
            return;
        }
        String token = viewerToken(request);
        if (token == null) {
            refuse(response, callback, new WhepFailure(HttpStatus.UNAUTHORIZED_401, "A viewer's token is needed."));
            return;
        }
        if (!Bodies.isOf(request, SDP)) {
            response.getHeaders().put("Accept-Post", SDP);
            Answers.problem(
                    response, callback, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "The offer must be " + SDP + ".");
            return;
        }
        Bodies.read(request, limits.offerBytes(), (offer, failure) -> {
            if (failure == null) {
                offer(token, offer, request.getComponents().getExecutor(), response, callback);
            } else if (failure instanceof Bodies.TooLarge) {
                Answers.problem(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, "The offer is too large.");
            } else {
                callback.failed(failure);
            }
        });
    }

    private void offer(String token, String offer, Executor executor, Response response, Callback callback) {
        if (!offer.startsWith("v=0") || !offer.contains("\nm=")) {
            Answers.problem(response, callback, HttpStatus.UNPROCESSABLE_ENTITY_422, "That is no session description.");
            return;
        }
        String id = ids.get();
        WhepViewer viewer = new WhepViewer(token, offer, room, limits.gathering(), () -> sessions.remove(id));
        sessions.put(id, viewer);
        viewer.watch(limits.answering(), executor).whenComplete((answer, failure) -> {
            if (failure == null) {
                log.info("whep viewer: watches");
                created(id, viewer, answer, response, callback);
            } else {
                viewer.leave();
                refuse(response, callback, failure);
            }
        });
    }

    private void created(String id, WhepViewer viewer, String answer, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.LOCATION, PATH + "/" + id);
        response.getHeaders().put(HttpHeader.ETAG, '"' + ids.get() + '"');
        for (IceServer server : iceServers) {
            server.urls().forEach(url -> response.getHeaders().add("Link", link(server, url)));
        }
        // A player that has gone away before it heard of its session will never delete it.
        Callback written = Callback.from(callback::succeeded, failure -> {
            viewer.leave();
            callback.failed(failure);
        });
        Answers.write(response, written, HttpStatus.CREATED_201, SDP, answer);
    }

    private void refuse(Response response, Callback callback, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WhepFailure known) {
            switch (known.status()) {
                case HttpStatus.UNAUTHORIZED_401 -> response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
                case HttpStatus.CONFLICT_409, HttpStatus.SERVICE_UNAVAILABLE_503 ->
                    response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
                default -> {}
            }
            Answers.problem(response, callback, known.status(), known.detail());
        } else if (cause instanceof TimeoutException) {
            Answers.problem(response, callback, HttpStatus.GATEWAY_TIMEOUT_504, "The broadcaster does not answer.");
        } else {
            log.error("whep viewer: failed", failure);
            Answers.problem(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, "Something went wrong.");
        }
    }

    /** The request's token if it is a viewer's; a broadcaster's would put the broadcaster out of its own room. */
    private @Nullable String viewerToken(Request request) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = authorization.substring(BEARER.length()).trim();
        try {
            return admission.admit(token).role() == Role.VIEWER ? token : null;
        } catch (Refusal refusal) {
            return null;
        }
    }

    private static String link(IceServer server, String url) {
        String link = "<" + url + ">; rel=\"ice-server\"";
        return server.username() == null || server.credential() == null
                ? link
                : link + "; username=\"" + server.username() + "\"; credential=\"" + server.credential()
                        + "\"; credential-type=\"password\"";
    }
}
