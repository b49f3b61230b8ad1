package heliograph.whepcheck;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A WHEP server without media that does all right but for one fault. Its one thread alone touches its state. */
final class FakeWhep implements AutoCloseable {
    static final String TOKEN = "the-token";
    /** What lets in as well, in the address. */
    static final String IN_URL = "token=" + TOKEN;
    /** What {@code /api/login} takes, as anybody. */
    static final String PASSWORD = "the-password";

    private static final String SDP = "application/sdp";

    private final @Nullable Fault fault;
    private final FakeAnswers answers;
    private final FakeOffers offers;
    private final FakeTokens tokens;
    private final FakeSessions sessions;
    private final HttpServer server;
    /** Where offers are sent on to, where they are. */
    private volatile URI elsewhere = URI.create("/moved");

    private final AtomicInteger signIns = new AtomicInteger();

    FakeWhep(@Nullable Fault fault) throws IOException {
        this.fault = fault;
        this.answers = new FakeAnswers(fault);
        this.offers = new FakeOffers(fault);
        this.tokens = new FakeTokens(fault, answers);
        this.sessions = new FakeSessions(fault, answers);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                handle(exchange);
            }
        });
        if (has(Fault.MOVED_TO_A_STRANGER)) {
            elsewhere = URI.create("http://localhost:" + server.getAddress().getPort() + "/moved");
        }
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/whep");
    }

    /** Before it is asked anything: where it sends offers on to. */
    void movesTo(URI other) {
        elsewhere = other;
    }

    /** How often it was shown a token. Any thread. */
    int tokens() {
        return tokens.shown();
    }

    /** How often it was shown a password. Any thread. */
    int signIns() {
        return signIns.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private boolean has(Fault one) {
        return fault == one;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        answers.allowOrigins(headers);
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            answers.options(exchange, path);
        } else if (path.equals("/api/login")) {
            signIns.incrementAndGet();
            boolean right = body.contains(PASSWORD);
            answers.answer(exchange, right ? 200 : 401, right ? "{\"token\":\"" + TOKEN + "\"}" : "");
        } else if (path.equals("/whep") || path.equals("/moved")) {
            endpoint(exchange, body);
        } else if (tokens.isOpen(exchange) || tokens.authorized(exchange)) {
            sessions.handle(exchange, path, body);
        } else if (exchange.getRequestMethod().equals("DELETE") && has(Fault.REFUSED_DELETE_COUNTS)) {
            sessions.end(path);
        }
    }

    private void endpoint(HttpExchange exchange, String body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" ->
                answers.answer(exchange, has(Fault.CONTENT_TO_GET) ? 200 : 204, has(Fault.CONTENT_TO_GET) ? "hi" : "");
            case "HEAD" -> answers.answer(exchange, has(Fault.NOTHING_TO_HEAD) ? 404 : 204, "");
            case "POST" -> post(exchange, body);
            default -> answers.notAllowed(exchange, "POST");
        }
    }

    private void post(HttpExchange exchange, String body) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        boolean moved = has(Fault.MOVED_307)
                || has(Fault.MOVED_308)
                || has(Fault.MOVED_TO_A_STRANGER)
                || has(Fault.MOVED_IN_A_CIRCLE);
        if (moved && exchange.getRequestURI().getPath().equals("/whep")) {
            headers.set("Location", has(Fault.MOVED_IN_A_CIRCLE) ? "/whep" : elsewhere.toString());
            answers.answer(exchange, has(Fault.MOVED_308) ? 308 : 307, "");
            return;
        }
        if (has(Fault.BUSY_503) || has(Fault.BUSY_429)) {
            answers.answer(exchange, has(Fault.BUSY_503) ? 503 : 429, "");
            return;
        }
        if (!tokens.authorized(exchange)) {
            return;
        }
        if (!FakeAnswers.type(exchange).equals(SDP) && !has(Fault.ANY_TYPE_IS_AN_OFFER)) {
            if (!has(Fault.NO_ACCEPT_POST_WITH_415)) {
                headers.set("Accept-Post", SDP);
            }
            answers.answer(exchange, 415, "");
        } else if (!body.startsWith("v=0")
                && !has(body.isEmpty() ? Fault.NOTHING_IS_AN_OFFER : Fault.ANY_TEXT_IS_AN_OFFER)) {
            answers.answer(exchange, 422, "");
        } else if (has(Fault.OFF_AIR_WITHOUT_RETRY_AFTER)) {
            answers.answer(exchange, 409, "");
        } else if (has(Fault.REDIRECTED)) {
            headers.set("Location", "/elsewhere");
            answers.answer(exchange, 302, "");
        } else {
            Optional<Integer> refusal = offers.refusal(exchange.getRequestHeaders(), body);
            if (refusal.isPresent()) {
                answers.answer(exchange, refusal.get(), "");
            } else {
                create(exchange, body);
            }
        }
    }

    private void create(HttpExchange exchange, String offer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        String path = sessions.open(offer);
        if (sessions.hasTags()) {
            headers.set("ETag", (has(Fault.WEAK_ETAG) ? "W/" : "") + sessions.etag(path));
        }
        if (!has(Fault.NO_LOCATION)) {
            String query = exchange.getRequestURI().getQuery();
            headers.set(
                    "Location",
                    path + (has(Fault.TOKEN_IN_THE_LOCATION) ? "?as=" + TOKEN : query == null ? "" : "?" + query));
        }
        headers.set(
                "Link",
                "<turn:a>; rel=\"ice-server\""
                        + (has(Fault.TURN_WITHOUT_CREDENTIALS) ? "" : "; username=\"u\"; credential=\"c\""));
        headers.set("Content-Type", has(Fault.ANSWER_OF_ANOTHER_TYPE) ? "text/plain" : SDP);
        answers.answer(exchange, has(Fault.CREATED_AS_200) ? 200 : 201, offers.answer(offer));
    }
}
