package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Grant;
import heliograph.signaling.room.Pass;
import heliograph.signaling.room.Refusal;
import heliograph.signaling.room.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenAdmissionTest {
    @TempDir
    private Path temp;

    private final SecureRandom random = new SecureRandom();
    private final TestClock clock = new TestClock();
    private PrivateFolder folder;
    private AccountBook accountBook;
    private InvitationBook invitationBook;
    private Accounts accounts;
    private Invitations invitations;
    private BroadcasterBook broadcasterBook;
    private Broadcasters broadcasters;
    private Tokens tokens;
    private Revocations revocations;
    private TokenAdmission admission;

    @BeforeEach
    void open() throws IOException {
        folder = PrivateFolder.open(temp.resolve("data"));
        accountBook = new AccountBook(folder, random);
        if (accountBook.names().isEmpty()) {
            accountBook.add(new Credentials("anna", "secret-one"));
        }
        accounts = Accounts.stored(folder, random);
        invitationBook = new InvitationBook(folder, random, clock);
        invitations = Invitations.open(folder, invitationBook, clock);
        broadcasterBook = new BroadcasterBook(folder, random, clock);
        broadcasters = Broadcasters.open(folder);
        tokens = Tokens.open(folder, clock, random);
        revocations = Revocations.open(folder, clock);
        admission = new TokenAdmission(
                tokens, accounts, invitations, broadcasters, revocations, new Audit(accounts), clock);
    }

    @AfterEach
    void close() {
        revocations.close();
    }

    private String annas() {
        String version = accounts.matching(new Credentials("anna", "secret-one"))
                .orElseThrow()
                .version();
        return tokens.viewer("anna", new Grant.Account("anna", version), Instant.MAX)
                .text();
    }

    private String invited(InvitationBook.Created created) throws IOException {
        invitations.use(created.secret(), Optional.empty());
        Invitation invitation = created.invitation();
        return tokens.viewer(invitation.name(), new Grant.Invitation(invitation.id()), invitation.expiresAt())
                .text();
    }

    private InvitationResult exchange(String secret, String attempt) {
        LoginLimiter limiter = new LoginLimiter(clock, 200);
        try (InvitationExchange exchange =
                new InvitationExchange(invitations, tokens, revocations, limiter, new Audit(accounts))) {
            return exchange.attempt(
                            new Visitor("192.0.2.2", "192.0.2.2", "192.0.2.2", "192.0.2.2"),
                            secret,
                            Optional.of(attempt))
                    .toCompletableFuture()
                    .join();
        }
    }

    private ErrorCode refusal(String token) {
        return catchThrowableOfType(Refusal.class, () -> admission.admit(token)).code();
    }

    @Test
    void aViewersTokenIsGoodWhileItsAccountStandsAndTheStudiosNeedsNone() throws Exception {
        assertThat(admission.admit(annas()).name()).isEqualTo("anna");
        assertThat(admission.admit(tokens.studio("studio").text()).role()).isEqualTo(Role.BROADCASTER);
        String stranger = tokens.viewer("bert", new Grant.Account("bert", "1"), Instant.MAX)
                .text();
        assertThat(refusal(stranger)).isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void theStudiosTokenIsRenewedForAsLongAsItIsInUse() throws Exception {
        Pass pass = admission.admit(tokens.studio("studio").text());
        assertThat(pass.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(12)));
        assertThat(admission.renew(pass)).isEmpty();
        clock.advance(Duration.ofHours(8));
        Message.Token renewed = admission.renew(pass).orElseThrow();
        assertThat(admission.admit(renewed.token()))
                .isEqualTo(pass.until(clock.instant().plus(Duration.ofHours(12))));
    }

    @Test
    void aRemoteBroadcastersCredentialIsGoodUntilItRunsOutOrIsRevokedAndIsNeverRenewed() throws Exception {
        BroadcasterBook.Created hut = broadcasterBook.create("Hut", Duration.ofHours(2));
        BroadcasterBook.Created barn = broadcasterBook.create("Barn", Duration.ofHours(2));
        String token = hut.token().text();
        assertThat(refusal(token)).isEqualTo(ErrorCode.UNAUTHORIZED);
        broadcasters.reload();
        Pass pass = admission.admit(token);
        assertThat(pass.name()).isEqualTo("Hut");
        assertThat(pass.grant()).isEqualTo(new Grant.Credential(hut.credential().id()));
        assertThat(admission.admit(barn.token().text()).role()).isEqualTo(Role.BROADCASTER);
        broadcasterBook.revoke(hut.credential().id());
        broadcasters.reload();
        assertThat(refusal(token)).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(catchThrowableOfType(Refusal.class, () -> admission.recheck(pass))
                        .code())
                .isEqualTo(ErrorCode.UNAUTHORIZED);
        Pass other = admission.admit(barn.token().text());
        clock.advance(Duration.ofHours(2));
        assertThat(admission.renew(other)).isEmpty();
        assertThat(refusal(barn.token().text())).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void anotherPasswordMakesTheTokensBeforeItVoid() throws Exception {
        String before = annas();
        Pass pass = admission.admit(before);
        accountBook.password(new Credentials("anna", "secret-two"));
        accounts.reload();
        assertThat(refusal(before)).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(catchThrowableOfType(Refusal.class, () -> admission.recheck(pass))
                        .code())
                .isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void anInvitationThatIsUsedUpGoesOnLettingInThoseThatCameByItUntilItIsRevoked() throws Exception {
        InvitationBook.Created created = invitationBook.create("Bert", 1, Duration.ofHours(1));
        String token = invited(created);
        assertThat(admission.admit(token).name()).isEqualTo("Bert");
        invitationBook.revoke(created.invitation().id());
        invitations.reload();
        assertThat(refusal(token)).isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void anInvitationIsNoAccountOfItsName() throws Exception {
        String token = invited(invitationBook.create("anna", 1, Duration.ofHours(1)));
        accountBook.remove("anna");
        accounts.reload();
        assertThat(admission.admit(token).grant()).isInstanceOf(Grant.Invitation.class);
    }

    @Test
    void whoeverWasRemovedComesInByNoTokenOfTheFamilyAlsoAfterARestart() throws Exception {
        String first = annas();
        Pass pass = admission.admit(first);
        clock.advance(Duration.ofHours(9));
        String second = admission.renew(pass).orElseThrow().token();
        String other = annas();
        admission.revoke(pass, "192.0.2.1");
        assertThat(refusal(first)).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(refusal(second)).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(admission.admit(other).name()).isEqualTo("anna");
        revocations.close();
        open();
        assertThat(refusal(first)).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(refusal(second)).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(admission.admit(other).name()).isEqualTo("anna");
    }

    @Test
    void theRevocationOutlivesWhatARepeatedAttemptGetsMeanwhile() throws Exception {
        InvitationBook.Created created = invitationBook.create("Bert", 1, Duration.ofDays(7));
        Optional<String> attempt = Optional.of("one-attempt-of-the-page");
        InvitationUse use = invitations.use(created.secret(), attempt).orElseThrow();
        String family = Objects.requireNonNull(use.family());
        admission.revoke(
                admission.admit(tokens.invited(created.invitation(), family).text()), "192.0.2.1");
        clock.advance(Invitation.REPEATABLE.minusSeconds(1));
        // As if it had been looked at just before it was revoked.
        String late = tokens.invited(created.invitation(), family).text();
        clock.advance(Tokens.LIFETIME.minusSeconds(1));
        revocations.close();
        open();
        assertThat(tokens.verify(late).family()).isEqualTo(family);
        assertThat(refusal(late)).isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void anAttemptIsNotRepeatedForWhoeverWasRemovedAndLetsOthersIn() throws Exception {
        InvitationBook.Created created = invitationBook.create("Bert", 2, Duration.ofDays(7));
        String one = "one-attempt-of-the-page";
        InvitationResult first = exchange(created.secret(), one);
        assertThat(exchange(created.secret(), one)).isInstanceOf(InvitationResult.Granted.class);
        admission.revoke(
                admission.admit(((InvitationResult.Granted) first).token().text()), "192.0.2.1");
        assertThat(exchange(created.secret(), one)).isEqualTo(new InvitationResult.Closed(Invitation.State.REVOKED));
        revocations.close();
        open();
        assertThat(exchange(created.secret(), one)).isEqualTo(new InvitationResult.Closed(Invitation.State.REVOKED));
        assertThat(exchange(created.secret(), "the-attempt-of-another-page"))
                .isInstanceOf(InvitationResult.Granted.class);
    }

    @Test
    void aTokenIsRenewedInTheLastThirdOfItsLifeAndNotBefore() throws Exception {
        Pass pass = admission.admit(annas());
        clock.advance(Duration.ofHours(8).minusSeconds(1));
        assertThat(admission.renew(pass)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        Message.Token renewed = admission.renew(pass).orElseThrow();
        assertThat(renewed.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(12)));
        assertThat(admission.admit(renewed.token())).isEqualTo(pass.until(renewed.expiresAt()));
        assertThat(admission.renew(pass.until(renewed.expiresAt()))).isEmpty();
    }

    @Test
    void anInvitationsTokenIsRenewedUntilTheInvitationExpiresAndNoLonger() throws Exception {
        Pass brief = admission.admit(invited(invitationBook.create("Bert", 1, Duration.ofHours(1))));
        assertThat(admission.renew(brief)).isEmpty();
        Pass longer = admission.admit(invited(invitationBook.create("Cleo", 1, Duration.ofHours(14))));
        clock.advance(Duration.ofHours(9));
        Message.Token renewed = admission.renew(longer).orElseThrow();
        assertThat(renewed.expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofHours(5)))
                .isAfter(longer.expiresAt());
        assertThat(admission.renew(longer.until(renewed.expiresAt()))).isEmpty();
    }
}
