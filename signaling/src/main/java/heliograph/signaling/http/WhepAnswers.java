package heliograph.signaling.http;

import heliograph.signaling.protocol.IceServer;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The header fields and refusals of WHEP. Holds nothing; any thread. */
final class WhepAnswers {
    static final String PATH = "/whep";
    static final String SDP = "application/sdp";

    private static final Logger log = LoggerFactory.getLogger(WhepAnswers.class);
    private static final long RETRY_AFTER_SECONDS = 5;

    private WhepAnswers() {}

    /** Whether this is a request of the endpoint's or a session's. */
    static boolean isAsked(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        return path != null && (path.equals(PATH) || path.startsWith(PATH + "/"));
    }

    /**
     * Lets pages of every origin use WHEP (Fetch, section 3.2): nothing here goes by cookies, only by a token that the page has
     * to bring, so no page can use what its user did not give it.
     */
    static void allowOrigins(HttpFields.Mutable headers) {
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put(
                "Access-Control-Expose-Headers",
                "Accept-Patch, Accept-Post, Allow, ETag, Link, Location, Retry-After, WWW-Authenticate");
    }

    /** What may be done here: the answer to {@code OPTIONS}, a preflight or not, which never carries a token. */
    static void options(Response response, Callback callback, String methods) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.ALLOW, methods);
        headers.put("Access-Control-Allow-Methods", methods);
        headers.put("Access-Control-Allow-Headers", "Authorization, Content-Type, If-Match");
        headers.put("Access-Control-Max-Age", "86400");
        headers.put("Accept-Post", SDP);
        headers.put("Accept-Patch", SdpFragment.TYPE);
        empty(response, callback, HttpStatus.OK_200);
    }

    static void notAllowed(Response response, Callback callback, String methods) {
        response.getHeaders().put(HttpHeader.ALLOW, methods);
        Answers.problem(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Only " + methods + ".");
    }

    static void empty(Response response, Callback callback, int status) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, null, callback);
    }

    /** What a player may know of its ICE session. */
    static void describe(HttpFields.Mutable headers, Negotiated negotiated) {
        headers.put(HttpHeader.ETAG, negotiated.etag());
        headers.put("Accept-Patch", SdpFragment.TYPE);
        links(headers, negotiated.iceServers());
    }

    private static void links(HttpFields.Mutable headers, List<IceServer> servers) {
        for (IceServer server : servers) {
            server.urls().forEach(url -> headers.add("Link", link(server, url)));
        }
    }

    /** RFC 9725, section 4.6. {@code credential-type} was in its drafts, and players ask for it. */
    private static String link(IceServer server, String url) {
        String link = "<" + url + ">; rel=\"ice-server\"";
        return server.username() == null || server.credential() == null
                ? link
                : link + "; username=" + quoted(server.username()) + "; credential=" + quoted(server.credential())
                        + "; credential-type=\"password\"";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static void refuse(Response response, Callback callback, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        HttpFields.Mutable headers = response.getHeaders();
        if (cause instanceof WhepFailure known) {
            switch (known.status()) {
                case HttpStatus.CONFLICT_409, HttpStatus.TOO_MANY_REQUESTS_429, HttpStatus.SERVICE_UNAVAILABLE_503 ->
                    headers.put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
                case HttpStatus.UNAUTHORIZED_401 -> headers.put(HttpHeader.WWW_AUTHENTICATE, known.challenge());
                case HttpStatus.UNSUPPORTED_MEDIA_TYPE_415 -> {
                    headers.put("Accept-Post", SDP);
                    headers.put("Accept-Patch", SdpFragment.TYPE);
                }
                default -> {}
            }
            Answers.problem(response, callback, known.status(), known.detail());
        } else if (cause instanceof TimeoutException) {
            Answers.problem(response, callback, HttpStatus.GATEWAY_TIMEOUT_504, "The broadcaster does not answer.");
        } else if (cause instanceof Bodies.TooLarge) {
            Answers.problem(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, "The body is too large.");
        } else {
            log.error("whep viewer: failed", failure);
            Answers.problem(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, "Something went wrong.");
        }
    }
}
