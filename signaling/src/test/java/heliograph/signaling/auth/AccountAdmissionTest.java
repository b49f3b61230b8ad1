package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Refusal;
import heliograph.signaling.room.TestClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountAdmissionTest {
    @TempDir
    private Path temp;

    @Test
    void aViewersTokenIsGoodWhileThereIsItsAccountAndABroadcastersNeedsNone() throws Exception {
        SecureRandom random = new SecureRandom();
        Tokens tokens = Tokens.open(PrivateFolder.open(temp.resolve("data")), new TestClock(), random);
        Accounts accounts = Accounts.forThisRun(new Credentials("anna", "secret"), random);
        AccountAdmission admission = new AccountAdmission(tokens, accounts);
        assertThat(admission.admit(tokens.issue(Role.VIEWER, "anna").text()).name())
                .isEqualTo("anna");
        assertThat(admission
                        .admit(tokens.issue(Role.BROADCASTER, "studio").text())
                        .role())
                .isEqualTo(Role.BROADCASTER);
        String gone = tokens.issue(Role.VIEWER, "removed").text();
        assertThat(catchThrowableOfType(Refusal.class, () -> admission.admit(gone))
                        .code())
                .isEqualTo(ErrorCode.UNAUTHORIZED);
    }
}
