package heliograph.whepcheck;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * The server that is looked at. Lives on the thread that checks.
 *
 * @param endpoint its WHEP endpoint
 * @param token what it is to be shown; empty: it asks for none
 */
record Server(HttpClient http, URI endpoint, Optional<String> token) {
    /** Of the page that the preflights claim to come from. */
    static final String ORIGIN = "https://whep-check.example";

    static final String SDP = "application/sdp";
    static final String FRAGMENT = "application/trickle-ice-sdpfrag";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** A request to an address of the server, with the token. */
    Request request(String method, URI uri) {
        Request request = anonymous(method, uri);
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    /** A request without the token. */
    Request anonymous(String method, URI uri) {
        return new Request(http, method, uri);
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
        return request("PATCH", session)
                .header("If-Match", ifMatch)
                .body(FRAGMENT, fragment)
                .send();
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Server[endpoint=" + endpoint + "]";
    }

    /** A request in the making. */
    static final class Request {
        private final HttpClient http;
        private final String method;
        private final HttpRequest.Builder builder;
        private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

        private Request(HttpClient http, String method, URI uri) {
            this.http = http;
            this.method = method;
            this.builder = HttpRequest.newBuilder(uri).timeout(LIMIT).header("Origin", ORIGIN);
        }

        Request header(String name, String value) {
            builder.header(name, value);
            return this;
        }

        Request body(String type, String text) {
            builder.header("Content-Type", type);
            body = HttpRequest.BodyPublishers.ofString(text);
            return this;
        }

        Reply send() throws IOException, InterruptedException {
            return Reply.of(http.send(builder.method(method, body).build(), HttpResponse.BodyHandlers.ofString()));
        }
    }
}
