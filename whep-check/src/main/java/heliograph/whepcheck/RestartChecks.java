package heliograph.whepcheck;

import java.io.IOException;
import java.util.List;

/** What an ICE restart does to a session. Lives on the thread that checks. */
final class RestartChecks {
    private static final String CANDIDATE = "candidate:7 1 udp 2122260223 192.0.2.1 61765 typ host";

    private final Server server;
    private final Report report;

    RestartChecks(Server server, Report report) {
        this.server = server;
        this.report = report;
    }

    void run(Session session) throws IOException, InterruptedException {
        failing(session);
        Offer offer = session.offer().restarted();
        Reply reply = server.patch(session.uri(), "*", offer.fragment(CANDIDATE));
        if (reply.is(422, 501)) {
            report.skip("WHEP 4.4.3", "An ICE restart is answered with 200", reply + ": only trickling is supported");
            return;
        }
        if (!report.expect("WHEP 4.4.3", "An ICE restart is answered with 200", reply.is(200), reply)) {
            return;
        }
        report.expect(
                "WHEP 4.4.1",
                "A server that restarts ICE gives an ETag from the start",
                !session.etag().isEmpty(),
                session.etag().isEmpty() ? "none with 201" : "there was one");
        report.expect(
                "WHEP 4.4.3",
                "The answer is an SDP fragment",
                reply.isOfType(Server.FRAGMENT),
                reply.header("Content-Type").orElse("no Content-Type"));
        String etag = reply.strongTag().orElse("");
        report.expect(
                "WHEP 4.4.3",
                "It has another strong entity-tag",
                !etag.isEmpty() && !etag.equals(session.etag()),
                reply.header("ETag").orElse("no ETag"));
        fragment(session.answer(), Answer.parse(reply.body()));
        again(new Session(session.uri(), etag, offer, session.answer()), session.etag());
    }

    private void fragment(Answer before, Answer fragment) {
        report.expect(
                "WHEP 4.4.3",
                "It has other ICE credentials than before",
                CreationChecks.hasCredentials(fragment)
                        && !fragment.value("ice-ufrag").equals(before.value("ice-ufrag"))
                        && !fragment.value("ice-pwd").equals(before.value("ice-pwd")),
                fragment.value("ice-ufrag").isPresent() ? "found" : "none");
        report.expect(
                "RFC 8840 9.2",
                "Its candidates are in a media section with its mid",
                fragment.media().size() == 1
                        && Answer.value(fragment.media().get(0), "mid").isPresent(),
                fragment.media().size() + " sections");
        for (String attribute : List.of("ice-options", "ice-pacing")) {
            report.expect(
                    "WHEP 4.4.3",
                    "Its " + attribute + " is as in the answer",
                    fragment.value(attribute).equals(before.value(attribute)),
                    fragment.value(attribute).orElse("none"));
        }
        report.expect(
                "WHEP 4.4.3",
                "Its ice-lite is as in the answer",
                fragment.has("ice-lite") == before.has("ice-lite"),
                fragment.has("ice-lite") ? "there" : "not there");
    }

    private void again(Session restarted, String old) throws IOException, InterruptedException {
        String fragment = restarted.offer().fragment(CANDIDATE);
        if (!old.isEmpty()) {
            Reply outdated = server.patch(restarted.uri(), old, fragment);
            report.expect("WHEP 4.4.1", "The old entity-tag is 412 from then on", outdated.is(412), outdated);
        }
        Reply current = server.patch(restarted.uri(), restarted.etag(), fragment);
        report.expect("WHEP 4.4.1", "The new entity-tag is the one that counts", current.is(204), current);
    }

    /** A restart that no ICE can be made of. */
    private void failing(Session session) throws IOException, InterruptedException {
        Offer other = session.offer().restarted();
        Offer unusable = new Offer("x", "too short", other.fingerprint());
        Reply credentials = server.patch(session.uri(), "*", unusable.fragment(CANDIDATE));
        report.expect(
                "WHEP 4.4.3",
                "A restart with unusable credentials is refused",
                credentials.status() >= 400,
                credentials);
        Reply section = server.patch(session.uri(), "*", other.fragmentOf("no-such-mid", CANDIDATE));
        report.expect(
                "WHEP 4.4.3", "A restart of a section that is not there is refused", section.status() >= 400, section);
        Reply after =
                server.patch(session.uri(), session.etag(), session.offer().fragment(CANDIDATE));
        report.expect("WHEP 4.4.3", "A restart that failed leaves the session as it is", after.isSuccess(), after);
    }
}
