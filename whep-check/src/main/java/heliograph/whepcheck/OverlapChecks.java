package heliograph.whepcheck;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * What requests come to that are sent before the one before is answered, in a session of its own, which may be asked so much.
 * Lives on the thread that checks.
 */
final class OverlapChecks {
    private static final String CANDIDATE = "candidate:2%d 1 udp 2122260223 192.0.2.1 6177%d typ host";

    private final Server server;
    private final Report report;

    OverlapChecks(Server server, Report report) {
        this.server = server;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        Offer offer = Offer.random();
        Reply reply = server.post(offer.sdp());
        Optional<String> location = reply.header("Location");
        if (!reply.is(201) || location.isEmpty()) {
            report.skip("WHEP 4.4.1", "Candidates may overlap", "there is no session for it: " + reply);
            return;
        }
        Session session = new Session(
                reply.uri().resolve(location.get()),
                reply.header("ETag").orElse(""),
                offer,
                Answer.parse(reply.body()));
        candidates(session);
        if (!session.etag().isEmpty()) {
            restarts(session);
        }
        server.request("DELETE", session.uri()).send();
    }

    private void candidates(Session session) throws IOException, InterruptedException {
        List<Server.Request> requests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            requests.add(server.patching(
                    session.uri(), session.etag(), session.offer().fragment(CANDIDATE.formatted(i, i))));
        }
        List<Reply> replies = together(requests);
        String clause = "PATCHes with candidates that overlap are each answered with 204";
        if (replies.stream().allMatch(reply -> reply.is(422))) {
            report.skip("WHEP 4.4.1", clause, "422: only ICE restarts are supported");
            return;
        }
        Reply worst =
                replies.stream().filter(reply -> !reply.is(204)).findFirst().orElse(replies.get(0));
        report.expect("WHEP 4.4.1", clause, worst.is(204), worst);
    }

    /** Which of them is the last nobody knows, but there is one. */
    private void restarts(Session session) throws IOException, InterruptedException {
        List<Offer> offers =
                List.of(session.offer().restarted(), session.offer().restarted());
        List<Reply> replies = together(offers.stream()
                .map(offer -> server.patching(session.uri(), "*", offer.fragment(CANDIDATE.formatted(7, 7))))
                .toList());
        String clause = "Of ICE restarts that overlap one counts, and the session goes on with it";
        if (replies.stream().allMatch(reply -> reply.is(422, 501))) {
            report.skip("WHEP 4.4.1", clause, "only trickling is supported");
            return;
        }
        List<Reply> after = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i).is(200)) {
                String etag = replies.get(i).header("ETag").orElse("\"none\"");
                after.add(server.patch(session.uri(), etag, offers.get(i).fragment(CANDIDATE.formatted(8, 8))));
            }
        }
        long counts = after.stream().filter(reply -> reply.is(204)).count();
        long outdated = after.stream().filter(reply -> reply.is(412)).count();
        List<Reply> all = new ArrayList<>(replies);
        all.addAll(after);
        Optional<Reply> busy = all.stream().filter(Reply::isBusy).findFirst();
        if (busy.isPresent()) {
            report.skip("WHEP 4.4.1", clause, busy.get() + ": the server is busy, which is allowed");
            return;
        }
        report.expect(
                "WHEP 4.4.1", clause, counts == 1 && outdated == after.size() - 1, replies + ", and then " + after);
    }

    /** All are on their way before the first answer is looked at. */
    private static List<Reply> together(List<Server.Request> requests) throws IOException, InterruptedException {
        List<CompletableFuture<HttpResponse<String>>> responses =
                requests.stream().map(Server.Request::sendAsync).toList();
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            try {
                replies.add(requests.get(i).heard(responses.get(i).get()));
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
        return replies;
    }
}
