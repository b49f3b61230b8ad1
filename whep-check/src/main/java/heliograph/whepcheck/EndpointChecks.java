package heliograph.whepcheck;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** What the endpoint answers before there is a session. Lives on the thread that checks. */
final class EndpointChecks {
    private final Server server;
    private final Report report;

    EndpointChecks(Server server, Report report) {
        this.server = server;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        transport();
        options();
        preflight();
        nothingToGet();
        wrongMethod();
        wrongBodies();
        withoutToken();
    }

    private void transport() {
        String clause = "HTTPS is used";
        URI endpoint = server.endpoint();
        if ("https".equals(endpoint.getScheme())) {
            report.expect("WHEP 5", clause, true, "https");
        } else if (SignIn.isLoopback(endpoint.getHost())) {
            report.skip("WHEP 5", clause, "this machine's own address, where nobody listens");
        } else {
            report.expect("WHEP 5", clause, false, endpoint.getScheme());
        }
    }

    private void options() throws IOException, InterruptedException {
        Reply reply = server.anonymous("OPTIONS", server.endpoint()).send();
        if (report.expect("WHEP 4.3", "OPTIONS is a success", reply.isSuccess(), reply)) {
            report.advise("WHEP 4.3", "OPTIONS is answered with 200", reply.is(200), reply);
        }
        report.advise(
                "WHEP 4.3",
                "OPTIONS names application/sdp in Accept-Post",
                reply.lists("Accept-Post", Server.SDP),
                reply.header("Accept-Post").orElse("no Accept-Post"));
    }

    private void preflight() throws IOException, InterruptedException {
        Reply reply = server.preflight(server.endpoint(), "POST", "authorization, content-type");
        report.expect("WHEP 4.8.1", "A preflight needs no token", reply.isSuccess(), reply);
        report.expect(
                "WHEP 4.3, Fetch",
                "A page of another origin may POST, with a token",
                reply.isReadableBy(Server.ORIGIN)
                        && reply.listsByName("Access-Control-Allow-Headers", "Authorization")
                        && reply.lists("Access-Control-Allow-Headers", "Content-Type"),
                "allows " + reply.header("Access-Control-Allow-Origin").orElse("no origin") + ", headers "
                        + reply.header("Access-Control-Allow-Headers").orElse("none"));
        boolean cookies = reply.header("Access-Control-Allow-Credentials").isPresent();
        report.expect(
                "WHEP 4.3, Fetch",
                "Not every origin may use it with cookies",
                !cookies || !reply.header("Access-Control-Allow-Origin").equals(Optional.of(Server.ORIGIN)),
                cookies ? "Access-Control-Allow-Credentials" : "no Access-Control-Allow-Credentials");
    }

    private void nothingToGet() throws IOException, InterruptedException {
        for (String method : new String[] {"GET", "HEAD"}) {
            Reply reply = server.request(method, server.endpoint()).send();
            report.expect(
                    "WHEP 4.1",
                    method + " is a success without content",
                    reply.isSuccess() && reply.body().isEmpty(),
                    reply + ", " + reply.body().length() + " characters");
        }
    }

    private void wrongMethod() throws IOException, InterruptedException {
        Reply reply = server.request("PUT", server.endpoint()).send();
        report.expect(
                "RFC 9110 15.5.6",
                "Another method is 405, and Allow names POST",
                reply.is(405) && reply.lists("Allow", "POST"),
                reply + ", Allow: " + reply.header("Allow").orElse("none"));
    }

    private void wrongBodies() throws IOException, InterruptedException {
        Reply type = server.request("POST", server.endpoint())
                .body("text/plain", Offer.random().sdp())
                .send();
        report.expect("WHEP 4.2.4", "An offer of another content type is refused with 4xx", type.isClientError(), type);
        if (type.is(415)) {
            report.advise(
                    "RFC 9110 15.5.16",
                    "415 says what would be accepted",
                    type.lists("Accept-Post", Server.SDP) || type.lists("Accept", Server.SDP),
                    type.header("Accept-Post").orElse("no Accept-Post"));
        } else {
            report.skip("RFC 9110 15.5.16", "415 says what would be accepted", type + " instead");
        }
        Reply malformed = server.post("this is no session description");
        report.expect("WHEP 4.2.4", "A malformed offer is refused with 4xx", malformed.isClientError(), malformed);
        Reply empty = server.post("");
        report.expect("WHEP 4.2.4", "An empty offer is refused with 4xx", empty.isClientError(), empty);
    }

    private void withoutToken() throws IOException, InterruptedException {
        if (server.token().isEmpty()) {
            report.skip(
                    "WHEP 4.8",
                    "Who has no token is refused",
                    "no token was given to this check; it may be in the address");
            return;
        }
        Reply none = server.anonymous("POST", server.endpoint())
                .body(Server.SDP, Offer.random().sdp())
                .send();
        if (challenge("Who has no token is 401, with a challenge for one", none)) {
            report.advise(
                    "RFC 6750 3.1",
                    "Who has no token is not told of an error in it",
                    none.header("WWW-Authenticate").stream().noneMatch(it -> it.contains("error=")),
                    none.header("WWW-Authenticate").orElse("no WWW-Authenticate"));
        }
        Reply wrong = server.anonymous("POST", server.endpoint())
                .header("Authorization", "Bearer not-a-token")
                .body(Server.SDP, Offer.random().sdp())
                .send();
        if (challenge("A wrong token is 401, with a challenge for another", wrong)) {
            report.advise(
                    "RFC 6750 3.1",
                    "A wrong token is told to be one",
                    wrong.header("WWW-Authenticate").stream().anyMatch(it -> it.contains("error=\"invalid_token\"")),
                    wrong.header("WWW-Authenticate").orElse("no WWW-Authenticate"));
        }
        report.expect(
                "WHEP 4.3, Fetch",
                "A page of another origin can read why it was refused",
                none.isReadableBy(Server.ORIGIN),
                none.header("Access-Control-Allow-Origin").orElse("no Access-Control-Allow-Origin"));
    }

    private boolean challenge(String clause, Reply reply) {
        String section = "WHEP 4.8, RFC 6750";
        String challenge = reply.header("WWW-Authenticate").orElse("none");
        if (!reply.is(401)) {
            return report.expect(section, clause, false, reply);
        }
        return report.expect(
                section,
                clause,
                challenge.matches("(?i)Bearer +[a-z_]+=.*"),
                reply + ", WWW-Authenticate: " + challenge);
    }
}
