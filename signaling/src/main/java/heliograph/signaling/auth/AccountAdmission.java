package heliograph.signaling.auth;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Admission;
import heliograph.signaling.room.Pass;
import heliograph.signaling.room.Refusal;

/** Lets in whoever has a good token, viewers only while there is such an account. Immutable; any thread. */
public final class AccountAdmission implements Admission {
    private final Tokens tokens;
    private final Accounts accounts;

    public AccountAdmission(Tokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public Pass admit(String token) throws Refusal {
        Pass pass = tokens.verify(token);
        if (pass.role() == Role.VIEWER && !accounts.has(pass.name())) {
            throw new Refusal(ErrorCode.UNAUTHORIZED, "The token is not good; sign in.");
        }
        return pass;
    }
}
