package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.TestClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    @TempDir
    private Path temp;

    private final TestClock clock = new TestClock();
    private final SecureRandom random = new SecureRandom();

    @Test
    void aStormOfLoginsIsAnsweredInFullAndLimitedRatherThanQueuedForEver() throws Exception {
        Tokens tokens = Tokens.open(PrivateFolder.open(temp.resolve("data")), clock, random);
        Accounts accounts = Accounts.forThisRun(new Credentials("anna", "secret"), random);
        try (Login login = new Login(accounts, tokens, clock)) {
            List<CompletableFuture<LoginResult>> results = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                results.add(login.attempt("address" + i, new Credentials("anna", "wrong"))
                        .toCompletableFuture());
            }
            List<LoginResult> all =
                    results.stream().map(CompletableFuture::join).toList();
            assertThat(all).hasAtLeastOneElementOfType(LoginResult.Limited.class);
            assertThat(all).hasAtLeastOneElementOfType(LoginResult.Denied.class);
            assertThat(all).doesNotHaveAnyElementsOfTypes(LoginResult.Granted.class);
            LoginResult right = login.attempt("home", new Credentials("anna", "secret"))
                    .toCompletableFuture()
                    .join();
            String token = ((LoginResult.Granted) right).token().text();
            assertThat(tokens.verify(token).role()).isEqualTo(Role.VIEWER);
        }
    }

    @Test
    void whoComesWhileTooManyAskHasMadeNoGuess() throws Exception {
        Tokens tokens = Tokens.open(PrivateFolder.open(temp.resolve("data")), clock, random);
        Accounts accounts = Accounts.forThisRun(new Credentials("anna", "secret"), random);
        Credentials right = new Credentials("anna", "secret");
        try (Login login = new Login(accounts, tokens, clock)) {
            List<CompletableFuture<LoginResult>> storm = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                storm.add(login.attempt("address" + i, new Credentials("anna", "wrong"))
                        .toCompletableFuture());
            }
            LoginResult first =
                    login.attempt("home", right).toCompletableFuture().join();
            assertThat(first).isInstanceOf(LoginResult.Limited.class);
            for (int i = 0; i < 9; i++) {
                storm.add(login.attempt("home", right).toCompletableFuture());
            }
            storm.forEach(CompletableFuture::join);
            assertThat(login.attempt("home", right).toCompletableFuture().join())
                    .isInstanceOf(LoginResult.Granted.class);
        }
    }
}
