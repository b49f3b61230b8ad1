package heliograph.signaling;

import heliograph.signaling.auth.AccessWatch;
import heliograph.signaling.auth.Accounts;
import heliograph.signaling.auth.Audit;
import heliograph.signaling.auth.Broadcasters;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.InvitationBook;
import heliograph.signaling.auth.InvitationExchange;
import heliograph.signaling.auth.Invitations;
import heliograph.signaling.auth.Login;
import heliograph.signaling.auth.LoginLimiter;
import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.auth.Revocations;
import heliograph.signaling.auth.TokenAdmission;
import heliograph.signaling.auth.Tokens;
import heliograph.signaling.auth.WatchLink;
import java.io.IOException;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may come in, as the data folder says: the parts that decide it, put together. Immutable; any thread. */
record Access(
        PrivateFolder folder,
        Accounts accounts,
        Tokens tokens,
        Audit audit,
        TokenAdmission admission,
        Login login,
        InvitationExchange exchange,
        Revocations revocations,
        AccessWatch watch)
        implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Access.class);

    static Access open(SignalingSettings settings, SecureRandom random) throws SignalingStartException {
        try {
            PrivateFolder folder = PrivateFolder.open(settings.data());
            Tokens tokens = Tokens.open(folder, settings.clock(), random);
            Credentials run = settings.account();
            Accounts accounts = run == null
                    ? Accounts.stored(folder, random)
                    : Accounts.forThisRun(run, tokens.versionOf(run), random);
            InvitationBook book = new InvitationBook(folder, random, settings.clock());
            Invitations invitations = Invitations.open(folder, book, settings.clock());
            Broadcasters broadcasters = Broadcasters.open(folder);
            Revocations revocations = Revocations.open(folder, settings.clock());
            Audit audit = new Audit(accounts);
            LoginLimiter limiter = new LoginLimiter(settings.clock(), settings.maxViewers());
            return new Access(
                    folder,
                    accounts,
                    tokens,
                    audit,
                    new TokenAdmission(
                            tokens, accounts, invitations, broadcasters, revocations, audit, settings.clock()),
                    new Login(accounts, tokens, limiter, audit, Login.WAITING),
                    new InvitationExchange(invitations, tokens, revocations, limiter, audit),
                    revocations,
                    new AccessWatch(accounts, invitations, broadcasters, audit));
        } catch (IOException e) {
            throw StartFailure.dataFolder(e, settings);
        }
    }

    /** Keeps the page's address for the links of invitations: the one that others can open, where there is one. */
    void publish(Links links) {
        try {
            new WatchLink(folder).write(links.secure().map(Links.Secure::uri).orElse(links.plain()));
        } catch (IOException e) {
            log.warn("access: whoever makes an invitation has to name the page's address: {}", e.toString());
        }
    }

    @Override
    public void close() {
        watch.close();
        login.close();
        exchange.close();
        revocations.close();
    }
}
