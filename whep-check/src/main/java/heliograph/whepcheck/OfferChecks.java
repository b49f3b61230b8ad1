package heliograph.whepcheck;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/** What other offers than a browser's are answered with, each in a session of its own. Lives on the thread that checks. */
final class OfferChecks {
    private final Server server;
    private final Report report;

    OfferChecks(Server server, Report report) {
        this.server = server;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        accepted();
        bothDirections();
        onlySent();
        bundleOnly();
        dtlsClient();
    }

    /** RFC 9110, section 12.5.1, leaves it to a server whether it honors {@code Accept}. */
    private void accepted() throws IOException, InterruptedException {
        Reply other = accepting("text/html");
        report.expect(
                "RFC 9110 12.5.1",
                "Who does not accept application/sdp hears 406, or is answered all the same",
                other.is(406, 201),
                other);
        Reply among = accepting("application/problem+json, application/sdp;q=0.5");
        report.expect("RFC 9110 12.5.1", "application/sdp may be one of those that are accepted", among.is(201), among);
    }

    private Reply accepting(String types) throws IOException, InterruptedException {
        Reply reply = server.request("POST", server.endpoint())
                .header("Accept", types)
                .body(Server.SDP, Offer.random().sdp())
                .send();
        end(reply);
        return reply;
    }

    private void bothDirections() throws IOException, InterruptedException {
        answered(
                "WHEP 4.2.5",
                "An offer of sendrecv is answered with sendonly",
                Offer.random().sdp().replace("a=recvonly", "a=sendrecv"),
                answer -> !answer.sent().isEmpty()
                        && answer.sent().stream().allMatch(section -> section.contains("a=sendonly")));
    }

    /** No player may offer these, so that nothing is said of who is offered them: but two that send are no session. */
    private void onlySent() throws IOException, InterruptedException {
        for (String direction : new String[] {"sendonly", "inactive"}) {
            Reply reply = server.post(Offer.random().sdp().replace("a=recvonly", "a=" + direction));
            Answer answer = Answer.parse(reply.body());
            boolean both = reply.isSuccess()
                    && answer.sent().stream()
                            .anyMatch(section -> section.contains("a=sendonly") || section.contains("a=sendrecv"));
            String clause = "Nothing is sent to an offer of " + direction;
            if (report.expect("RFC 3264 6.1", clause, (reply.isSuccess() || reply.isClientError()) && !both, reply)) {
                report.advise(
                        "WHEP 4.2.5",
                        "An offer of " + direction + " is refused with 4xx",
                        reply.isClientError(),
                        reply);
            }
            end(reply);
        }
    }

    private void bundleOnly() throws IOException, InterruptedException {
        answered(
                "WHEP 4.5.1, RFC 9143 6",
                "A section that is offered bundle-only, on port 0, is served",
                Offer.random()
                        .sdp()
                        .replace("m=video 9 ", "m=video 0 ")
                        .replace("a=mid:1\r\n", "a=mid:1\r\na=bundle-only\r\n"),
                answer -> answer.sent().size() == 2);
    }

    /** RFC 9725 lets a server refuse a player that is a DTLS client alone. */
    private void dtlsClient() throws IOException, InterruptedException {
        String section = "RFC 9725 4.4.4, RFC 8842";
        String clause = "An offer of setup:active is answered with passive, or refused";
        Reply reply = server.post(Offer.random().sdp().replace("a=setup:actpass", "a=setup:active"));
        Optional<String> role = Answer.parse(reply.body()).value("setup");
        report.expect(
                section, clause, reply.is(400, 422) || (reply.is(201) && role.equals(Optional.of("passive"))), reply);
        end(reply);
    }

    private void answered(String section, String clause, String offer, Predicate<Answer> rightly)
            throws IOException, InterruptedException {
        Reply reply = server.post(offer);
        report.expect(section, clause, reply.is(201) && rightly.test(Answer.parse(reply.body())), reply);
        end(reply);
    }

    private void end(Reply reply) throws IOException, InterruptedException {
        Optional<String> location = reply.is(201) ? reply.header("Location") : Optional.empty();
        if (location.isPresent()) {
            server.request("DELETE", reply.uri().resolve(location.get())).send();
        }
    }
}
