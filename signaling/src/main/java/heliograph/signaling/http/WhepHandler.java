package heliograph.signaling.http;

import heliograph.signaling.auth.Visitor;
import heliograph.signaling.room.Admission;
import heliograph.signaling.room.RateLimit;
import heliograph.signaling.room.RoomThread;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WHEP (draft-ietf-wish-whep-03, and RFC 9725 where it refers to that): the endpoint, where an offer becomes a session, and
 * the sessions. Any thread; waits for nothing: the room answers when it has an answer.
 */
public final class WhepHandler extends Handler.Abstract {
    private static final Logger log = LoggerFactory.getLogger(WhepHandler.class);
    private static final String METHODS = "OPTIONS, GET, HEAD, POST";

    private final RoomThread room;
    private final Admission admission;
    private final ClientAddress clients;
    private final Supplier<String> ids;
    private final WhepLimits limits;
    private final InstantSource clock;
    private final Map<String, WhepViewer> sessions = new ConcurrentHashMap<>();
    private final WhepSession session;
    private final RateLimit offers;

    /** {@code ids} makes ids that nobody can guess. */
    public WhepHandler(
            RoomThread room,
            Admission admission,
            ClientAddress clients,
            Supplier<String> ids,
            WhepLimits limits,
            InstantSource clock) {
        this.room = room;
        this.admission = admission;
        this.clients = clients;
        this.ids = ids;
        this.limits = limits;
        this.clock = clock;
        this.session = new WhepSession(limits);
        this.offers = new RateLimit(limits.offerRate(), clock);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        WhepAnswers.allowOrigins(response.getHeaders());
        String path = request.getHttpURI().getCanonicalPath();
        try {
            if (path.equals(WhepAnswers.PATH)) {
                endpoint(request, response, callback);
            } else if (request.getMethod().equals("OPTIONS")) {
                WhepAnswers.options(response, callback, WhepSession.METHODS);
            } else {
                session.handle(session(path, request), request, response, callback);
            }
        } catch (WhepFailure failure) {
            WhepAnswers.refuse(response, callback, failure);
        }
        return true;
    }

    /** Somebody else's is as unknown as one that never was: nobody learns which there are. */
    private WhepViewer session(String path, Request request) throws WhepFailure {
        Bearer bearer = Bearer.of(request, admission, clients.of(request));
        WhepViewer viewer = sessions.get(path.substring(WhepAnswers.PATH.length() + 1));
        if (viewer == null || !viewer.owner().equals(bearer.pass().grant())) {
            throw new WhepFailure(HttpStatus.NOT_FOUND_404, "There is no such session; it may have ended.");
        }
        return viewer;
    }

    private void endpoint(Request request, Response response, Callback callback) throws WhepFailure {
        switch (request.getMethod()) {
            case "OPTIONS" -> WhepAnswers.options(response, callback, METHODS);
            // There is nothing to get, which is no error (section 4.1).
            case "GET", "HEAD" -> WhepAnswers.empty(response, callback, HttpStatus.NO_CONTENT_204);
            case "POST" -> post(request, response, callback);
            default -> WhepAnswers.notAllowed(response, callback, METHODS);
        }
    }

    private void post(Request request, Response response, Callback callback) throws WhepFailure {
        Bearer bearer = Bearer.of(request, admission, clients.of(request));
        if (!Bodies.isOf(request, WhepAnswers.SDP)) {
            throw new WhepFailure(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "The offer must be " + WhepAnswers.SDP + ".");
        }
        if (!Bodies.isAccepted(request, WhepAnswers.SDP)) {
            throw new WhepFailure(HttpStatus.NOT_ACCEPTABLE_406, "The answer can only be " + WhepAnswers.SDP + ".");
        }
        if (!offers.take(bearer.pass().family())) {
            throw new WhepFailure(HttpStatus.TOO_MANY_REQUESTS_429, "Too many offers by this sign-in.");
        }
        Visitor visitor = clients.of(request);
        Bodies.read(request, limits.offerBytes(), (offer, failure) -> {
            if (failure == null) {
                offer(bearer, visitor, offer, request.getComponents().getExecutor(), response, callback);
            } else if (failure instanceof Bodies.TooLarge) {
                WhepAnswers.refuse(response, callback, failure);
            } else {
                callback.failed(failure);
            }
        });
    }

    private void offer(
            Bearer bearer, Visitor visitor, String offer, Executor executor, Response response, Callback callback) {
        if (!offer.startsWith("v=0") || !offer.contains("\nm=")) {
            WhepAnswers.refuse(
                    response,
                    callback,
                    new WhepFailure(HttpStatus.UNPROCESSABLE_ENTITY_422, "That is no session description."));
            return;
        }
        if (!Sdp.receives(offer)) {
            WhepAnswers.refuse(
                    response,
                    callback,
                    new WhepFailure(
                            HttpStatus.UNPROCESSABLE_ENTITY_422,
                            "The offer receives nothing: recvonly is what it takes."));
            return;
        }
        String id = ids.get();
        WhepViewer viewer = new WhepViewer(
                bearer.token(),
                bearer.pass().grant(),
                visitor,
                offer,
                room,
                limits,
                ids,
                clock,
                () -> sessions.remove(id));
        sessions.put(id, viewer);
        var unused = viewer.watch(executor).whenComplete((negotiated, failure) -> {
            if (failure == null) {
                log.info("whep viewer: watches");
                created(id, viewer, negotiated, response, callback);
            } else {
                viewer.leave();
                WhepAnswers.refuse(response, callback, failure);
            }
        });
    }

    private static void created(
            String id, WhepViewer viewer, Negotiated negotiated, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.LOCATION, WhepAnswers.PATH + "/" + id);
        WhepAnswers.describe(response.getHeaders(), negotiated);
        // A player that has gone away before it heard of its session will never delete it.
        Callback written = Callback.from(callback::succeeded, failure -> {
            viewer.leave();
            callback.failed(failure);
        });
        Answers.write(response, written, HttpStatus.CREATED_201, WhepAnswers.SDP, negotiated.body());
    }
}
