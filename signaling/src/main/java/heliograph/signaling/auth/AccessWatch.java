package heliograph.signaling.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices on its thread {@code access-watch} what others change in the data folder's accounts, invitations and credentials. A file that is
 * damaged changes nothing; that is said once.
 */
public final class AccessWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AccessWatch.class);
    private static final Duration EVERY = Duration.ofMillis(250);

    private final Accounts accounts;
    private final Invitations invitations;
    private final Broadcasters broadcasters;
    private final Audit audit;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "access-watch");
        thread.setDaemon(true);
        return thread;
    });
    private String complaint = "";

    public AccessWatch(Accounts accounts, Invitations invitations, Broadcasters broadcasters, Audit audit) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.broadcasters = broadcasters;
        this.audit = audit;
    }

    /** Begins to look. */
    public void start() {
        long millis = EVERY.toMillis();
        var unused = timer.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void look() {
        // Each by itself: accounts that cannot be read must not keep a revoked invitation good.
        String wrong = complaintOf(() -> accounts.reload().forEach(audit::accountChanged))
                + complaintOf(() -> invitations.reload().forEach(audit::invitationChanged))
                + complaintOf(() -> broadcasters.reload().forEach(audit::credentialChanged));
        if (!wrong.isEmpty() && !wrong.equals(complaint)) {
            log.warn("access: what was known before goes on: {}", wrong);
        }
        complaint = wrong;
    }

    private static String complaintOf(Reload reload) {
        try {
            reload.run();
            return "";
        } catch (IOException | RuntimeException e) {
            return e + "; ";
        }
    }

    private interface Reload {
        void run() throws IOException;
    }
}
