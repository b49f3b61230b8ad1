package heliograph.whepcheck;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an offer is answered with. Lives on the thread that checks. */
final class CreationChecks {
    private static final Pattern LINK = Pattern.compile("<([^>]*)>(.*)");
    private static final Pattern ICE_URL = Pattern.compile("(?:stuns?|turns?):[^\\s/@]+");

    private final Server server;
    private final Report report;

    CreationChecks(Server server, Report report) {
        this.server = server;
        this.report = report;
    }

    /** Makes a session; empty when the server has none to give, or gives it in a way that cannot be gone on with. */
    Optional<Session> run() throws IOException, InterruptedException {
        Offer offer = Offer.random();
        Reply reply = server.post(offer.sdp());
        report.expect("WHEP 4.6", "A POST is not redirected by 301 or 302", !reply.is(301, 302), reply);
        if (reply.is(409)) {
            offAir(reply);
            return Optional.empty();
        }
        if (reply.is(406) && reply.isOfType(Server.SDP)) {
            report.expect(
                    "WHEP 4.2.2",
                    "A counter-offer has a Location",
                    reply.header("Location").isPresent(),
                    reply.header("Location").orElse("none"));
            report.skip("WHEP 4.2.1", "An offer is accepted", "the server made a counter-offer, which ends this check");
            return Optional.empty();
        }
        if (!report.expect("WHEP 4.2.1", "An offer is answered with 201", reply.is(201), reply)) {
            return Optional.empty();
        }
        report.expect(
                "WHEP 4.2.1",
                "The answer is application/sdp",
                reply.isOfType(Server.SDP),
                reply.header("Content-Type").orElse("no Content-Type"));
        Optional<URI> location = reply.header("Location").map(reply.uri()::resolve);
        report.expect("WHEP 4.2.1", "Location names the session", location.isPresent(), location.isPresent());
        if (location.isPresent() && server.token().isPresent()) {
            report.advise(
                    "RFC 6750 5.3",
                    "The session's address does not have the token in it",
                    !location.get().toString().contains(server.token().get()),
                    "it may be logged anywhere");
        }
        if (reply.header("ETag").isPresent()) {
            report.expect(
                    "WHEP 4.4.1",
                    "ETag is a strong entity-tag",
                    reply.strongTag().isPresent(),
                    reply.header("ETag").orElse("none"));
        } else {
            report.skip("WHEP 4.4.1", "ETag is a strong entity-tag", "none, which is allowed without ICE restarts");
        }
        exposed(reply);
        links(reply);
        Answer answer = Answer.parse(reply.body());
        described(answer);
        return location.map(uri -> new Session(uri, reply.header("ETag").orElse(""), offer, answer));
    }

    private void offAir(Reply reply) {
        report.expect(
                "WHEP 4.2.8",
                "409 says when to try again",
                reply.header("Retry-After").isPresent(),
                reply.header("Retry-After").orElse("no Retry-After"));
        report.skip("WHEP 4.2.1", "An offer is accepted", "nothing is on air, which ends this check");
    }

    private void exposed(Reply reply) {
        report.expect(
                "WHEP 4.3, Fetch",
                "A page of another origin can read the answer, Location, ETag and Link",
                reply.isReadableBy(Server.ORIGIN)
                        && List.of("Location", "ETag", "Link").stream()
                                .filter(name -> reply.header(name).isPresent())
                                .allMatch(name -> reply.lists("Access-Control-Expose-Headers", name)),
                reply.header("Access-Control-Expose-Headers").orElse("no Access-Control-Expose-Headers"));
    }

    private void links(Reply reply) {
        List<Matcher> servers = reply.headers().allValues("Link").stream()
                .filter(link -> link.contains("ice-server"))
                .map(LINK::matcher)
                .filter(Matcher::matches)
                .toList();
        if (servers.isEmpty()) {
            report.skip("WHEP 4.7", "Link names ICE servers", "there are none, which is allowed");
            return;
        }
        for (Matcher link : servers) {
            String url = link.group(1);
            String attributes = link.group(2);
            boolean turn = url.startsWith("turn");
            boolean credentials = attributes.contains("username=\"") && attributes.contains("credential=\"");
            report.expect(
                    "RFC 9725 4.6",
                    "Link names an ICE server, of TURN with its credentials",
                    ICE_URL.matcher(url).matches()
                            && attributes.matches("(?i).*;\\s*rel=\"?ice-server\"?(?:\\s*;.*)?")
                            && turn == credentials,
                    url);
        }
    }

    private void described(Answer answer) {
        List<List<String>> sent = answer.sent();
        report.expect(
                "WHEP 4.2.5",
                "The answer only sends, in one section at least",
                !sent.isEmpty() && sent.stream().allMatch(section -> section.contains("a=sendonly")),
                sent.size() + " of " + answer.media().size() + " sections");
        report.expect(
                "WHEP 4.5.1",
                "All is bundled",
                Answer.value(answer.session(), "group").orElse("").startsWith("BUNDLE "),
                Answer.value(answer.session(), "group").orElse("no group"));
        report.expect(
                "WHEP 4.5.1",
                "RTP and RTCP share a port, and rtcp-mux-only says so",
                sent.stream()
                        .allMatch(section -> section.contains("a=rtcp-mux") && section.contains("a=rtcp-mux-only")),
                sent.size() + " sections");
        List<String> streams = sent.stream()
                .map(section -> Answer.value(section, "msid").orElse("none").split(" ", 2)[0])
                .distinct()
                .toList();
        report.expect(
                "WHEP 4.5.2", "All is one MediaStream", streams.size() == 1 && !streams.contains("none"), streams);
        List<String> kinds =
                sent.stream().map(section -> section.get(0).split(" ", 2)[0]).toList();
        report.expect(
                "WHEP 4.5.2",
                "It has one track of a kind at most",
                kinds.stream().distinct().count() == kinds.size(),
                kinds);
        report.expect(
                "WHEP 4.4.2",
                "The answer has the server's candidates",
                answer.candidates() > 0,
                answer.candidates() + " candidates");
        report.expect(
                "RFC 8839 5.4",
                "The answer has ICE credentials of the right form",
                hasCredentials(answer),
                answer.value("ice-ufrag").isPresent() ? "found" : "none");
        report.expect(
                "RFC 8842 5",
                "The answer has a fingerprint and takes a DTLS role",
                answer.value("fingerprint").isPresent()
                        && answer.value("setup")
                                .filter(it -> it.matches("active|passive"))
                                .isPresent(),
                "setup:" + answer.value("setup").orElse("none"));
        report.expect(
                "RFC 3264 6",
                "The answer has as many sections as the offer",
                answer.media().size() == 2,
                answer.media().stream().map(section -> section.get(0)).collect(Collectors.joining(", ")));
    }

    static boolean hasCredentials(Answer answer) {
        return answer.value("ice-ufrag").orElse("").matches("[A-Za-z0-9+/]{4,256}")
                && answer.value("ice-pwd").orElse("").matches("[A-Za-z0-9+/]{22,256}");
    }
}
