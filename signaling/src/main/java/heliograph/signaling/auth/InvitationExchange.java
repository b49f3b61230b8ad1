package heliograph.signaling.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes invitations and gives out tokens. Any thread may ask; what is counted on disk is counted on its own thread
 * {@code invitations}.
 */
public final class InvitationExchange implements AutoCloseable {
    private static final int WAITING = 256;
    private static final Duration BUSY = Duration.ofSeconds(2);
    /** In the place of an account, since there is none to guess for: no account can be called that. */
    private static final String ANY = "\0invitation";

    private final Invitations invitations;
    private final Tokens tokens;
    private final Revocations revocations;
    private final LoginLimiter limiter;
    private final Audit audit;
    private final ExecutorService counting =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "invitations");
                thread.setDaemon(true);
                return thread;
            });

    public InvitationExchange(
            Invitations invitations, Tokens tokens, Revocations revocations, LoginLimiter limiter, Audit audit) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.revocations = revocations;
        this.limiter = limiter;
        this.audit = audit;
    }

    /**
     * Tries an invitation's secret, from an address; the stage completes on a thread of its own.
     *
     * @param attempt what whoever tries made up for this attempt: whoever says the same once more within a minute, because the answer was
     *     lost, gets another token of the same family, and no other use is counted
     */
    public CompletionStage<InvitationResult> attempt(Visitor visitor, String secret, Optional<String> attempt) {
        Optional<Duration> wait = limiter.begin(visitor, ANY);
        if (wait.isPresent()) {
            audit.invitationsLimited(visitor, wait.get());
            return CompletableFuture.completedFuture(new InvitationResult.Limited(wait.get()));
        }
        try {
            return CompletableFuture.supplyAsync(() -> use(visitor, secret, attempt), counting);
        } catch (RejectedExecutionException e) {
            limiter.notTried(visitor, ANY);
            audit.crowdedOut(visitor, "invitation");
            return CompletableFuture.completedFuture(new InvitationResult.Limited(BUSY));
        }
    }

    @Override
    public void close() {
        counting.shutdownNow();
    }

    private InvitationResult use(Visitor visitor, String secret, Optional<String> attempt) {
        Optional<InvitationUse> found;
        try {
            found = invitations.use(secret, attempt);
        } catch (IOException e) {
            limiter.notTried(visitor, ANY);
            throw new UncheckedIOException(e);
        }
        if (found.isEmpty()) {
            audit.invitationUnknown(visitor.address());
            return new InvitationResult.Unknown();
        }
        // Who knows the secret is no guesser, whatever has become of the invitation.
        limiter.succeeded(visitor, ANY);
        InvitationUse use = found.get();
        Invitation invitation = use.invitation();
        String family = use.family();
        if (family == null) {
            audit.invitationRefused(visitor, invitation, use.state());
            return new InvitationResult.Closed(use.state());
        }
        if (revocations.contains(family)) {
            audit.invitationOfRemoved(visitor, invitation);
            return new InvitationResult.Closed(Invitation.State.REVOKED);
        }
        audit.invitationUsed(visitor.address(), invitation, use.again());
        return new InvitationResult.Granted(tokens.invited(invitation, family), invitation.name());
    }
}
