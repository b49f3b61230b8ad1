package heliograph.signaling.auth;

import heliograph.signaling.protocol.Role;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks names and passwords and gives out tokens. Any thread may ask; the hashing is done on its own threads
 * {@code login-N}, one for each core, because each hash takes one core and 19 MiB.
 */
public final class Login implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Login.class);
    private static final int WAITING = 64;
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final Accounts accounts;
    private final Tokens tokens;
    private final LoginLimiter limiter;
    private final ExecutorService hashing;

    public Login(Accounts accounts, Tokens tokens, InstantSource clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        limiter = new LoginLimiter(clock);
        int cores = Runtime.getRuntime().availableProcessors();
        AtomicInteger number = new AtomicInteger();
        hashing = new ThreadPoolExecutor(cores, cores, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "login-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Tries to sign in, from an address; the stage completes on a thread of its own. */
    public CompletionStage<LoginResult> attempt(String address, Credentials credentials) {
        Optional<Duration> wait = limiter.begin(address, credentials.username());
        if (wait.isPresent()) {
            log.info(
                    "login from {}: too many attempts, {} s to wait",
                    address,
                    wait.get().toSeconds() + 1);
            return CompletableFuture.completedFuture(new LoginResult.Limited(wait.get()));
        }
        try {
            return CompletableFuture.supplyAsync(() -> check(address, credentials), hashing);
        } catch (RejectedExecutionException e) {
            limiter.notTried(address, credentials.username());
            return CompletableFuture.completedFuture(new LoginResult.Limited(BUSY));
        }
    }

    @Override
    public void close() {
        hashing.shutdownNow();
    }

    private LoginResult check(String address, Credentials credentials) {
        if (!accounts.matches(credentials)) {
            // Without the name: people type their password into the wrong field.
            log.info("login from {}: refused", address);
            return new LoginResult.Denied();
        }
        limiter.succeeded(address, credentials.username());
        log.info("login from {}: {} signed in", address, credentials.username());
        return new LoginResult.Granted(tokens.issue(Role.VIEWER, credentials.username()));
    }
}
