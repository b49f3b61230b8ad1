package heliograph.whepcheck;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All checks of one server, in an order in which each has what it needs. Lives on the thread that checks. */
final class WhepCheck {
    private WhepCheck() {}

    /** What became of each clause; told one by one as well. */
    static List<Finding> run(Server server, Consumer<Finding> listener) throws InterruptedException {
        Report report = new Report(listener);
        try {
            new EndpointChecks(server, report).run();
            Optional<Session> made = new CreationChecks(server, report).run();
            if (made.isPresent()) {
                session(server, report, made.get());
                new OfferChecks(server, report).run();
            }
        } catch (IOException e) {
            report.expect(
                    "RFC 9112", "Each request is answered", false, e.getClass().getSimpleName());
        }
        server.refusals().tell(report);
        return report.findings();
    }

    private static void session(Server server, Report report, Session session)
            throws IOException, InterruptedException {
        SessionChecks checks = new SessionChecks(server, report);
        try {
            checks.run(session);
            if (new TrickleChecks(server, report).run(session)) {
                new RestartChecks(server, report).run(session);
                new OverlapChecks(server, report).run();
            }
        } finally {
            checks.end(session);
        }
    }
}
