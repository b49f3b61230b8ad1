package heliograph.signaling.auth;

import heliograph.signaling.room.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Checks names and passwords and gives out tokens. Any thread may ask; the hashing is done on its own threads
 * {@code login-N}, one for each core, because each hash takes one core and 19 MiB.
 */
public final class Login implements AutoCloseable {
    /** So many attempts may wait, of all addresses together; each address has its turn. */
    public static final int WAITING = 256;

    private static final Duration BUSY = Duration.ofSeconds(2);

    private final Accounts accounts;
    private final Tokens tokens;
    private final LoginLimiter limiter;
    private final Audit audit;
    private final Turns turns;
    private final ExecutorService hashing;

    public Login(Accounts accounts, Tokens tokens, LoginLimiter limiter, Audit audit, int waiting) {
        this(accounts, tokens, limiter, audit, waiting, ownThreads());
    }

    /** With these threads to hash on, which it ends when it is closed. */
    Login(Accounts accounts, Tokens tokens, LoginLimiter limiter, Audit audit, int waiting, ExecutorService hashing) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.limiter = limiter;
        this.audit = audit;
        this.turns = new Turns(waiting);
        this.hashing = hashing;
    }

    private static ExecutorService ownThreads() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, "login-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Tries to sign in, from an address; the stage completes on a thread of its own. */
    public CompletionStage<LoginResult> attempt(Visitor visitor, Credentials credentials) {
        Optional<Duration> wait = limiter.begin(visitor, credentials.username());
        if (wait.isPresent()) {
            audit.limited(visitor, credentials.username(), wait.get());
            return CompletableFuture.completedFuture(new LoginResult.Limited(wait.get()));
        }
        CompletableFuture<LoginResult> result = new CompletableFuture<>();
        Turns.Attempt attempt =
                new Turns.Attempt(() -> result.completeAsync(() -> check(visitor, credentials), Runnable::run), () -> {
                    limiter.notTried(visitor, credentials.username());
                    audit.crowdedOut(visitor, "sign-in");
                    result.complete(new LoginResult.Limited(BUSY));
                });
        turns.add(visitor, attempt).ifPresent(dropped -> dropped.drop().run());
        try {
            // Whose turn it is when a thread is free, which need not be this one's.
            hashing.execute(() -> turns.next().ifPresent(next -> next.run().run()));
        } catch (RejectedExecutionException e) {
            // The server is ending.
            attempt.drop().run();
        }
        return result;
    }

    @Override
    public void close() {
        hashing.shutdownNow();
    }

    private LoginResult check(Visitor visitor, Credentials credentials) {
        Optional<Account> account = accounts.matching(credentials);
        if (account.isEmpty()) {
            audit.refused(visitor.address(), credentials.username());
            return new LoginResult.Denied();
        }
        String name = account.get().name();
        limiter.succeeded(visitor, name);
        audit.signedIn(visitor.address(), name);
        Grant grant = new Grant.Account(name, account.get().version());
        return new LoginResult.Granted(tokens.viewer(name, grant, Instant.MAX));
    }
}
