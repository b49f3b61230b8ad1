package heliograph.whepcheck;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fake server's sessions, for whoever was let in. Lives on its one thread. */
final class FakeSessions {
    private final @Nullable Fault fault;
    private final FakeAnswers answers;
    /** By path. */
    private final Map<String, String> etags = new HashMap<>();
    /** Their ICE: what the player goes by. */
    private final Map<String, String> ufrags = new HashMap<>();

    private final Set<String> restarted = new HashSet<>();
    private int count;

    FakeSessions(@Nullable Fault fault, FakeAnswers answers) {
        this.fault = fault;
        this.answers = answers;
    }

    private boolean has(Fault one) {
        return fault == one;
    }

    /** Its path. */
    String open(String offer) {
        count++;
        String path = "/whep/" + (has(Fault.COUNTED_SESSIONS) ? "session-number-" + count : UUID.randomUUID());
        etags.put(path, tag());
        ufrags.put(path, Answer.parse(offer).value("ice-ufrag").orElse(""));
        return path;
    }

    /** Of a session that there is. */
    String etag(String path) {
        return Objects.requireNonNull(etags.get(path));
    }

    void end(String path) {
        etags.remove(path);
    }

    void handle(HttpExchange exchange, String path, String body) throws IOException {
        String etag = etags.get(path);
        String method = exchange.getRequestMethod();
        if (etag == null) {
            boolean taken = method.equals("PATCH") && has(Fault.PATCHES_AFTER_THE_END);
            answers.answer(exchange, taken ? 204 : 404, "");
            return;
        }
        switch (method) {
            case "GET" -> {
                exchange.getResponseHeaders().set("ETag", etag);
                boolean content = has(Fault.CONTENT_OF_A_SESSION);
                answers.answer(exchange, content ? 200 : 204, content ? "hi" : "");
            }
            case "HEAD" -> answers.answer(exchange, has(Fault.NO_HEAD_OF_A_SESSION) ? 404 : 204, "");
            case "PATCH" -> patch(exchange, path, etag, body);
            case "DELETE" -> {
                if (has(Fault.DELETE_IS_CONDITIONAL) && !matches(exchange, etag)) {
                    answers.answer(exchange, 412, "");
                    return;
                }
                if (has(Fault.DELETE_ENDS_ALL)) {
                    etags.clear();
                } else if (!has(Fault.NEVER_GONE)) {
                    etags.remove(path);
                }
                answers.answer(exchange, has(Fault.DELETE_IS_204) ? 204 : 200, "");
            }
            default -> answers.notAllowed(exchange, has(Fault.SESSION_ALLOWS_NOTHING) ? "" : "PATCH, DELETE");
        }
    }

    private void patch(HttpExchange exchange, String path, String etag, String body) throws IOException {
        Answer fragment = Answer.parse(body);
        String ufrag = fragment.value("ice-ufrag").orElse("");
        boolean formed =
                (CreationChecks.hasCredentials(fragment) || (!ufrag.isEmpty() && has(Fault.ANY_CREDENTIALS_RESTART)))
                        && (fragment.value("mid").orElse("").equals("0") || has(Fault.ANY_SECTION_RESTARTS));
        boolean restart = !ufrag.equals(ufrags.get(path));
        if (has(Fault.BUSY_SESSIONS)) {
            answers.answer(exchange, 503, "");
        } else if (!exchange.getRequestHeaders().containsKey("If-Match")
                && !has(Fault.NO_PRECONDITION_NEEDED)
                && hasTags()) {
            answers.answer(exchange, 428, "");
        } else if (!FakeAnswers.type(exchange).equals(Server.FRAGMENT) && !has(Fault.ANY_TYPE_IS_A_FRAGMENT)) {
            if (has(Fault.REFUSED_FRAGMENT_ENDS)) {
                end(path);
            }
            if (!has(Fault.NO_ACCEPT_PATCH_WITH_415)) {
                exchange.getResponseHeaders().set("Accept-Patch", Server.FRAGMENT);
            }
            answers.answer(exchange, 415, "");
        } else if (exchange.getRequestHeaders().containsKey("If-Match") && !matches(exchange, etag)) {
            answers.answer(exchange, 412, "");
        } else if (ufrag.isEmpty() && has(Fault.ANY_TEXT_IS_A_FRAGMENT)) {
            answers.answer(exchange, 204, "");
        } else if (!formed) {
            if (has(Fault.FAILED_RESTART_ENDS) && !ufrag.isEmpty()) {
                etags.remove(path);
            }
            answers.answer(exchange, 422, "");
        } else if (restart && has(Fault.NO_ETAG_AND_NO_RESTARTS)) {
            answers.answer(exchange, 422, "");
        } else if (restart && has(Fault.SECOND_RESTART_IS_REFUSED) && !restarted.add(path)) {
            answers.answer(exchange, 409, "");
        } else if (restart) {
            if (has(Fault.SECOND_RESTART_ENDS) && !restarted.add(path)) {
                etags.remove(path);
                answers.answer(exchange, 500, "");
                return;
            }
            ufrags.put(path, ufrag);
            restart(exchange, path, etag);
        } else if (body.contains("candidate:22 ") && has(Fault.OVERLAPPING_CANDIDATES_REFUSED)) {
            answers.answer(exchange, 409, "");
        } else if (body.contains(" sctp ") && has(Fault.UNUSABLE_CANDIDATES_REFUSED)) {
            answers.answer(exchange, 400, "");
        } else {
            if (has(Fault.TRICKLE_WITH_ETAG)) {
                exchange.getResponseHeaders().set("ETag", etag);
            }
            answers.answer(exchange, has(Fault.TRICKLE_IS_200) ? 200 : 204, "");
        }
    }

    private void restart(HttpExchange exchange, String path, String etag) throws IOException {
        String next = has(Fault.RESTART_KEEPS_ETAG) ? etag : tag();
        etags.put(path, has(Fault.OLD_ETAG_COUNTS) ? etag : has(Fault.NO_ETAG_COUNTS) ? tag() : next);
        exchange.getResponseHeaders().set("ETag", next);
        exchange.getResponseHeaders().set("Content-Type", has(Fault.RESTART_AS_SDP) ? Server.SDP : Server.FRAGMENT);
        answers.answer(exchange, has(Fault.RESTART_IS_201) ? 201 : 200, FakeSdp.fragment(fault));
    }

    boolean hasTags() {
        return !has(Fault.NO_ETAG_AND_NO_RESTARTS) && !has(Fault.NO_ETAG_AND_RESTARTS);
    }

    private boolean matches(HttpExchange exchange, String etag) {
        String given = exchange.getRequestHeaders().getFirst("If-Match");
        if (has(Fault.ANY_ETAG) || (has(Fault.WEAK_MATCHES) && given.equals("W/" + etag))) {
            return true;
        }
        return given.equals("*")
                || given.equals(etag)
                || (given.endsWith(", " + etag) && !has(Fault.ONE_ETAG_AT_A_TIME));
    }

    private String tag() {
        return has(Fault.ONE_ETAG_FOR_ALL) ? "\"one\"" : '"' + UUID.randomUUID().toString() + '"';
    }
}
