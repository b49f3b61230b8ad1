package heliograph.whepcheck;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The server that is looked at. Lives on the thread that checks.
 *
 * @param endpoint its WHEP endpoint
 * @param token what it is to be shown; empty: it asks for none
 * @param refusals of all that it was asked
 */
record Server(HttpClient http, URI endpoint, Optional<String> token, Refusals refusals) {
    /** Of the page that the preflights claim to come from. */
    static final String ORIGIN = "https://whep-check.example";

    static final String SDP = "application/sdp";
    static final String FRAGMENT = "application/trickle-ice-sdpfrag";

    private static final int MOST_REDIRECTIONS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    Server(HttpClient http, URI endpoint, Optional<String> token) {
        this(http, endpoint, token, new Refusals());
    }

    /** A request to an address of the server, with the token. */
    Request request(String method, URI uri) {
        Request request = anonymous(method, uri);
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    /** A request without the token. */
    Request anonymous(String method, URI uri) {
        return new Request(this, method, uri);
    }

    /** The question of a browser whether a page may send such a request (Fetch, section 4.8). */
    Reply preflight(URI uri, String method, String headers) throws IOException, InterruptedException {
        return anonymous("OPTIONS", uri)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .send();
    }

    Reply post(String offer) throws IOException, InterruptedException {
        return request("POST", endpoint).body(SDP, offer).send();
    }

    Reply patch(URI session, String ifMatch, String fragment) throws IOException, InterruptedException {
        return patching(session, ifMatch, fragment).send();
    }

    /** A PATCH in the making; a server that gives no entity-tags is asked without one. */
    Request patching(URI session, String ifMatch, String fragment) {
        Request request = request("PATCH", session).body(FRAGMENT, fragment);
        return ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch);
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Server[endpoint=" + endpoint + "]";
    }

    /** A request in the making. */
    static final class Request {
        private final Server server;
        private final String method;
        private final URI uri;
        private final HttpRequest.Builder builder;
        private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
        private boolean shown;

        private Request(Server server, String method, URI uri) {
            this.server = server;
            this.method = method;
            this.uri = uri;
            this.builder = HttpRequest.newBuilder(uri).timeout(LIMIT).header("Origin", ORIGIN);
        }

        Request header(String name, String value) {
            builder.header(name, value);
            shown |= name.equals("Authorization");
            return this;
        }

        Request body(String type, String text) {
            builder.header("Content-Type", type);
            body = HttpRequest.BodyPublishers.ofString(text);
            return this;
        }

        /** Sends it; an offer as well to where the server sends players (WHEP, section 4.6), which must come to an end. */
        Reply send() throws IOException, InterruptedException {
            Reply reply = heard(server.http.send(build(uri), HttpResponse.BodyHandlers.ofString()));
            for (int i = 0; method.equals("POST") && reply.is(307, 308); i++) {
                Optional<URI> next = reply.header("Location").map(reply.uri()::resolve);
                if (next.isEmpty() || !mayFollow(next.get())) {
                    return reply;
                }
                if (i == MOST_REDIRECTIONS) {
                    return reply.asEndless();
                }
                reply = heard(server.http.send(build(next.get()), HttpResponse.BodyHandlers.ofString()));
            }
            return reply;
        }

        /** Sends it without waiting for what is answered, which {@link #heard} takes. */
        CompletableFuture<HttpResponse<String>> sendAsync() {
            return server.http.sendAsync(build(uri), HttpResponse.BodyHandlers.ofString());
        }

        Reply heard(HttpResponse<String> response) {
            Reply reply = Reply.of(response);
            server.refusals.add(method, reply);
            return reply;
        }

        /** Not in the clear where it was not, and no token to whom it was not meant for. */
        private boolean mayFollow(URI next) {
            boolean clear = "https".equals(uri.getScheme()) && !"https".equals(next.getScheme());
            return String.valueOf(next.getScheme()).matches("https?")
                    && !clear
                    && (!shown || String.valueOf(next.getRawAuthority()).equals(uri.getRawAuthority()));
        }

        private HttpRequest build(URI to) {
            return builder.uri(to).method(method, body).build();
        }
    }
}
