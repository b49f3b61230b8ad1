package heliograph.signaling.auth;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Admission;
import heliograph.signaling.room.Grant;
import heliograph.signaling.room.Pass;
import heliograph.signaling.room.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever has a good token, for as long as its account, invitation or credential stands and nobody has revoked it. Holds no state of its
 * own; any thread.
 */
public final class TokenAdmission implements Admission {
    /** From here on it is renewed: time enough for a viewer whose connection is down for hours. */
    private static final Duration LAST_PART = Tokens.LIFETIME.dividedBy(3);

    /**
     * No token of a family can be good for longer than the youngest that there may be: one that an invitation's repeated attempt was about to
     * get. An hour more, for a clock that is set back.
     */
    static final Duration REVOKED_FOR =
            Tokens.LIFETIME.plus(Invitation.REPEATABLE).plus(Duration.ofHours(1));

    private final Tokens tokens;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Broadcasters broadcasters;
    private final Revocations revocations;
    private final Audit audit;
    private final InstantSource clock;

    public TokenAdmission(
            Tokens tokens,
            Accounts accounts,
            Invitations invitations,
            Broadcasters broadcasters,
            Revocations revocations,
            Audit audit,
            InstantSource clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.invitations = invitations;
        this.broadcasters = broadcasters;
        this.revocations = revocations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Pass admit(String token) throws Refusal {
        Pass pass = tokens.verify(token);
        recheck(pass);
        return pass;
    }

    @Override
    public void turnedAway(@Nullable Pass pass, String address, String site, ErrorCode code) {
        audit.turnedAway(pass, address, site, code);
    }

    @Override
    public void joined(Pass pass, String address) {
        if (pass.role() == Role.BROADCASTER) {
            audit.broadcasterJoined(address, pass);
        }
    }

    @Override
    public void recheck(Pass pass) throws Refusal {
        if (revocations.contains(pass.family()) || !stands(pass.grant())) {
            throw new Refusal(ErrorCode.UNAUTHORIZED, "The token is not good; sign in.");
        }
    }

    @Override
    public Optional<Message.Token> renew(Pass pass) {
        if (clock.instant().plus(LAST_PART).isBefore(pass.expiresAt())) {
            return Optional.empty();
        }
        Instant last = last(pass);
        if (!last.isAfter(pass.expiresAt())) {
            return Optional.empty();
        }
        Token renewed = tokens.renew(pass, last);
        return renewed.expiresAt().isAfter(pass.expiresAt())
                ? Optional.of(new Message.Token(renewed.text(), renewed.expiresAt()))
                : Optional.empty();
    }

    @Override
    public void revoke(Pass pass, String address) {
        var unused = revocations
                .revoke(pass.family(), clock.instant().plus(REVOKED_FOR))
                // What the audit says has been done must not be undone by a power cut.
                .whenComplete((kept, failure) -> audit.removed(address, pass, failure == null));
    }

    /** No token of this family is good for longer. */
    private Instant last(Pass pass) {
        if (pass.grant() instanceof Grant.Invitation invitation) {
            return invitations.holdsUntil(invitation.id()).orElse(Instant.MIN);
        }
        return pass.grant() instanceof Grant.Credential ? pass.expiresAt() : Instant.MAX;
    }

    private boolean stands(Grant grant) {
        if (grant instanceof Grant.Account account) {
            return accounts.has(account.name(), account.version());
        }
        if (grant instanceof Grant.Invitation invitation) {
            return invitations.holds(invitation.id());
        }
        if (grant instanceof Grant.Credential credential) {
            return broadcasters.holds(credential.id());
        }
        return true;
    }
}
