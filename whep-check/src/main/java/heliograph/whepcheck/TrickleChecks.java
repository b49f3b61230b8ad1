package heliograph.whepcheck;

import java.io.IOException;
import java.util.List;

/** What PATCH with candidates does to a session. Lives on the thread that checks. */
final class TrickleChecks {
    private static final String CANDIDATE = "candidate:1 1 udp 2122260223 192.0.2.1 61764 typ host";

    private final Server server;
    private final Report report;

    TrickleChecks(Server server, Report report) {
        this.server = server;
        this.report = report;
    }

    /** Whether the server knows PATCH at all. */
    boolean run(Session session) throws IOException, InterruptedException {
        Offer offer = session.offer();
        Reply reply = server.patch(session.uri(), session.etag(), offer.fragment(CANDIDATE, "end-of-candidates"));
        if (reply.is(404, 405, 501)) {
            report.skip(
                    "WHEP 4.4", "Candidates may trickle, and ICE may restart", reply + ": recommended, not required");
            return false;
        }
        if (reply.is(422)) {
            report.skip("WHEP 4.4.2", "Candidates are answered with 204", "422: only ICE restarts are supported");
        } else {
            if (report.expect("WHEP 4.4.2", "Candidates are answered with 204", reply.is(204), reply)) {
                report.expect(
                        "WHEP 4.4.2",
                        "That has neither a body nor an ETag",
                        reply.body().isEmpty() && reply.header("ETag").isEmpty(),
                        reply.header("ETag").orElse("no ETag"));
            }
            unusable(session);
        }
        if (session.etag().isEmpty()) {
            report.skip("WHEP 4.4.1", "PATCH without If-Match is 428", "there are no entity-tags");
        } else {
            preconditions(session);
        }
        refused(session);
        return true;
    }

    private void unusable(Session session) throws IOException, InterruptedException {
        for (String candidate : List.of(
                "candidate:2 1 sctp 1 192.0.2.1 9 typ host",
                "candidate:3 1 udp 1 0f2c5a1e-0000-4000-8000-000000000000.local 9 typ host")) {
            Reply reply =
                    server.patch(session.uri(), session.etag(), session.offer().fragment(candidate));
            report.expect(
                    "WHEP 4.4.2",
                    "A candidate that the server cannot use is passed over with 204",
                    reply.is(204),
                    reply);
        }
    }

    private void preconditions(Session session) throws IOException, InterruptedException {
        String fragment = session.offer().fragment(CANDIDATE);
        Reply none = server.request("PATCH", session.uri())
                .body(Server.FRAGMENT, fragment)
                .send();
        report.expect("WHEP 4.4.1", "PATCH without If-Match is 428", none.is(428), none);
        Reply other = server.patch(session.uri(), "\"no-such-tag\"", fragment);
        report.expect("WHEP 4.4.1", "PATCH for another entity-tag is 412", other.is(412), other);
        Reply weak = server.patch(session.uri(), "W/" + session.etag(), fragment);
        report.expect("RFC 9110 13.1.1", "A weak entity-tag never matches: 412", weak.is(412), weak);
        Reply list = server.patch(session.uri(), "\"no-such-tag\", " + session.etag(), fragment);
        report.expect("RFC 9110 13.1.1", "One of several entity-tags is enough", list.isSuccess(), list);
    }

    private void refused(Session session) throws IOException, InterruptedException {
        Server.Request wrong = server.request("PATCH", session.uri())
                .body("text/plain", session.offer().fragment(CANDIDATE));
        Reply type = (session.etag().isEmpty() ? wrong : wrong.header("If-Match", session.etag())).send();
        report.expect(
                "WHEP 4.4.1", "A fragment of another content type is refused with 4xx", type.isClientError(), type);
        if (type.is(415)) {
            report.advise(
                    "RFC 5789 2.2",
                    "415 says what would be accepted, in Accept-Patch",
                    type.lists("Accept-Patch", Server.FRAGMENT),
                    type.header("Accept-Patch").orElse("no Accept-Patch"));
        } else {
            report.skip("RFC 5789 2.2", "415 says what would be accepted, in Accept-Patch", type + " instead");
        }
        Reply malformed = server.patch(session.uri(), session.etag(), "this is no fragment");
        report.expect("WHEP 4.4.1", "A malformed fragment is refused with 4xx", malformed.isClientError(), malformed);
        Reply after =
                server.patch(session.uri(), session.etag(), session.offer().fragment(CANDIDATE));
        report.expect("WHEP 4.4.1", "What was refused has changed nothing", after.isSuccess(), after);
    }
}
