package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.CaughtLog;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.TestClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_ERR)
class LoginTest {
    @RegisterExtension
    private final CaughtLog log = new CaughtLog();

    @TempDir
    private Path temp;

    private final TestClock clock = new TestClock();
    private final SecureRandom random = new SecureRandom();
    private final HeldThreads threads = new HeldThreads();
    private Tokens tokens;

    @BeforeEach
    void openTokens() throws Exception {
        tokens = Tokens.open(PrivateFolder.open(temp.resolve("data")), clock, random);
    }

    /** Nothing of what waits is hashed before the threads are let go. */
    private Login open(int waiting) {
        Accounts accounts = Accounts.forThisRun(new Credentials("anna", "secret"), "1", random);
        return new Login(accounts, tokens, new LoginLimiter(clock, 200), new Audit(accounts), waiting, threads);
    }

    private static CompletableFuture<LoginResult> attempt(Login login, String address, String password) {
        return login.attempt(new Visitor(address, address, address, address), new Credentials("anna", password))
                .toCompletableFuture();
    }

    @Test
    void aStormOfLoginsIsAnsweredInFullAndLimitedRatherThanQueuedForEver() throws Exception {
        try (Login login = open(8)) {
            List<CompletableFuture<LoginResult>> results = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                results.add(attempt(login, "address" + i, "wrong"));
            }
            threads.letGo();
            List<LoginResult> all =
                    results.stream().map(CompletableFuture::join).toList();
            assertThat(all).filteredOn(LoginResult.Limited.class::isInstance).hasSize(16);
            assertThat(all).filteredOn(LoginResult.Denied.class::isInstance).hasSize(8);
            LoginResult right = attempt(login, "home", "secret").join();
            String token = ((LoginResult.Granted) right).token().text();
            assertThat(tokens.verify(token).role()).isEqualTo(Role.VIEWER);
        }
    }

    @Test
    void whoComesWhileTooManyAskHasMadeNoGuess() {
        try (Login login = open(8)) {
            List<CompletableFuture<LoginResult>> storm = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                storm.add(attempt(login, "address" + i, "wrong"));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(attempt(login, "home", "secret").join()).isInstanceOf(LoginResult.Limited.class);
            }
            threads.letGo();
            storm.forEach(CompletableFuture::join);
            assertThat(attempt(login, "home", "secret").join()).isInstanceOf(LoginResult.Granted.class);
        }
    }

    @Test
    void whoGuessesFromOneAddressTakesNobodyElsesPlaceInTheQueue() {
        try (Login login = open(4)) {
            List<CompletableFuture<LoginResult>> storm = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Credentials guess = new Credentials("account" + i, "wrong");
                storm.add(login.attempt(new Visitor("attacker", "attacker", "attacker", "attacker"), guess)
                        .toCompletableFuture());
            }
            CompletableFuture<LoginResult> home = attempt(login, "home", "secret");
            threads.letGo();
            assertThat(home.join()).isInstanceOf(LoginResult.Granted.class);
            storm.forEach(CompletableFuture::join);
            assertThat(log.text().lines())
                    .filteredOn(line -> line.endsWith("audit: attacker: sign-in not looked at, too many others wait"))
                    .as("once a minute")
                    .hasSize(1);
        }
    }

    @Test
    void aSiteWithMoreNetworksThanMayWaitTakesNobodyElsesPlace() {
        try (Login login = open(16)) {
            List<CompletableFuture<LoginResult>> storm = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                Visitor visitor = new Visitor("attacker", "attacker" + i, "attackers", "attackers");
                storm.add(
                        login.attempt(visitor, new Credentials("anna", "wrong")).toCompletableFuture());
            }
            CompletableFuture<LoginResult> home = attempt(login, "home", "secret");
            threads.letGo();
            assertThat(home.join()).isInstanceOf(LoginResult.Granted.class);
            storm.forEach(CompletableFuture::join);
        }
    }
}
