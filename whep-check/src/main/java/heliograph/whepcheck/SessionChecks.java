package heliograph.whepcheck;

import java.io.IOException;
import java.net.URI;

/** What a session answers to the rest of what may be asked, and how it ends. Lives on the thread that checks. */
final class SessionChecks {
    /** 96 bits in Base64: fewer characters cannot hold what nobody can guess. */
    private static final int RANDOM_CHARACTERS = 16;

    private static final String NO_TOKEN = "Who has no token";
    private static final String WRONG_TOKEN = "Who has a wrong token";

    private final Server server;
    private final Report report;

    SessionChecks(Server server, Report report) {
        this.server = server;
        this.report = report;
    }

    void run(Session session) throws IOException, InterruptedException {
        nothingToGet(session);
        preflight(session);
        Reply wrong = server.request("PUT", session.uri()).send();
        report.expect(
                "RFC 9110 15.5.6",
                "Another method on a session is 405, and Allow names DELETE",
                wrong.is(405) && wrong.lists("Allow", "DELETE"),
                wrong + ", Allow: " + wrong.header("Allow").orElse("none"));
        second(session);
        withoutToken(session);
    }

    /** Ends the session, and looks at what is left of it. */
    void end(Session session) throws IOException, InterruptedException {
        Reply reply = server.request("DELETE", session.uri())
                .header("If-Match", "\"no-such-tag\"")
                .send();
        report.expect("WHEP 4.3", "DELETE is answered with 200, whatever If-Match says", reply.is(200), reply);
        Reply again = server.request("DELETE", session.uri()).send();
        report.expect("WHEP 4.3", "What was deleted is gone: 404 or 410", again.is(404, 410), again);
        Reply patch = server.patch(session.uri(), "*", session.offer().fragment());
        report.expect("WHEP 4.3", "What was deleted takes no PATCH: 404 or 410", patch.is(404, 410), patch);
    }

    private void nothingToGet(Session session) throws IOException, InterruptedException {
        for (String method : new String[] {"GET", "HEAD"}) {
            Reply reply = server.request(method, session.uri()).send();
            report.expect(
                    "WHEP 4.1",
                    method + " on a session is a success without content",
                    reply.isSuccess() && reply.body().isEmpty(),
                    reply + ", " + reply.body().length() + " characters");
        }
    }

    private void preflight(Session session) throws IOException, InterruptedException {
        for (String method : new String[] {"PATCH", "DELETE"}) {
            Reply reply = server.preflight(session.uri(), method, "authorization, content-type, if-match");
            report.expect(
                    "WHEP 4.3, Fetch",
                    "A page of another origin may " + method + ", with a token and If-Match",
                    reply.isSuccess()
                            && reply.isReadableBy(Server.ORIGIN)
                            && reply.lists("Access-Control-Allow-Methods", method)
                            && reply.listsByName("Access-Control-Allow-Headers", "Authorization")
                            && reply.lists("Access-Control-Allow-Headers", "If-Match"),
                    reply + ", methods "
                            + reply.header("Access-Control-Allow-Methods").orElse("none"));
        }
    }

    /** Another session beside the first; both are unlike. */
    private void second(Session first) throws IOException, InterruptedException {
        Reply reply = server.post(Offer.random().sdp());
        if (!reply.is(201) || reply.header("Location").isEmpty()) {
            report.skip("WHEP 5", "Session URLs cannot be guessed", "there is no second session: " + reply);
            return;
        }
        URI uri = reply.uri().resolve(reply.header("Location").get());
        int random = differing(first.uri().toString(), uri.toString());
        report.expect(
                "WHEP 5", "Session URLs cannot be guessed", random >= RANDOM_CHARACTERS, random + " characters differ");
        if (!first.etag().isEmpty()) {
            report.expect(
                    "WHEP 4.4.1",
                    "Each ICE session has an entity-tag of its own",
                    !reply.header("ETag").orElse("").equals(first.etag()),
                    reply.header("ETag").orElse("no ETag"));
        }
        Reply deleted = server.request("DELETE", uri).send();
        report.expect("WHEP 4.3", "DELETE is answered with 200", deleted.is(200), deleted);
        Reply other = server.request("GET", first.uri()).send();
        report.expect("WHEP 4.3", "DELETE ends that session alone", other.isSuccess(), other);
    }

    private void withoutToken(Session session) throws IOException, InterruptedException {
        if (server.token().isEmpty()) {
            report.skip("WHEP 4.8.1", "Who has no token cannot end a session", "no token was given to this check");
            return;
        }
        for (String who : new String[] {NO_TOKEN, WRONG_TOKEN}) {
            Reply look = stranger(who, "GET", session).send();
            boolean silent = look.body().isEmpty()
                    && look.header("ETag").isEmpty()
                    && look.header("Link").isEmpty();
            report.expect(
                    "WHEP 4.8.1",
                    who + " learns nothing of a session",
                    look.isClientError() || (look.isSuccess() && silent),
                    look);
            Server.Request patch = stranger(who, "PATCH", session)
                    .body(Server.FRAGMENT, session.offer().fragment());
            refused(
                    who + " cannot change a session",
                    (session.etag().isEmpty() ? patch : patch.header("If-Match", session.etag())).send());
            refused(
                    who + " cannot end a session",
                    stranger(who, "DELETE", session).send());
        }
        Reply after = server.request("GET", session.uri()).send();
        report.expect("WHEP 4.8", "And the session is still there", after.isSuccess(), after);
    }

    private Server.Request stranger(String who, String method, Session session) {
        Server.Request request = server.anonymous(method, session.uri());
        return who.equals(NO_TOKEN) ? request : request.header("Authorization", "Bearer not-a-token");
    }

    /** 401 is what HTTP has for that (RFC 9110, section 15.5.2), but a server may say less. */
    private void refused(String clause, Reply reply) {
        if (report.expect("WHEP 4.8.1", clause, reply.isClientError() || reply.is(501), reply) && !reply.is(405, 501)) {
            report.advise("RFC 9110 15.5.2", clause + ": 401", reply.is(401), reply);
        }
    }

    /** So many characters are between what two texts have in common at both ends. */
    private static int differing(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return shorter - start - end;
    }
}
