package heliograph.signaling.admin;

import heliograph.signaling.auth.Invitation;
import heliograph.signaling.auth.InvitationBook;
import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.auth.WatchLink;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** {@code invitations create|list|revoke}. On the thread that calls it. */
final class InvitationOrders {
    static final Set<String> VERBS = new TreeSet<>(Set.of("create", "list", "revoke"));

    private static final String ONE_DAY = "24h";

    private final InvitationBook book;
    private final WatchLink link;
    private final InstantSource clock;
    private final Phrases phrases;
    private final PrintStream out;
    private final PrintStream err;

    InvitationOrders(
            PrivateFolder folder,
            SecureRandom random,
            InstantSource clock,
            Phrases phrases,
            PrintStream out,
            PrintStream err) {
        book = new InvitationBook(folder, random, clock);
        link = new WatchLink(folder);
        this.clock = clock;
        this.phrases = phrases;
        this.out = out;
        this.err = err;
    }

    void carryOut(Order order) throws Trouble, IOException {
        order.takes(order.verb().equals("revoke") ? 1 : 0);
        switch (order.verb()) {
            case "create" -> create(order);
            case "list" -> list();
            default -> revoke(order);
        }
    }

    private void create(Order order) throws Trouble, IOException {
        String name = order.called(phrases.say("invitations.guest"));
        int uses = order.uses == null ? 1 : order.uses;
        if (!InvitationBook.isUses(uses)) {
            throw Trouble.wrong("wrong.uses", InvitationBook.MOST_USES);
        }
        Duration validFor = order.validFor(ONE_DAY);
        URI page = page(order);
        InvitationBook.Created created = book.create(name, uses, validFor);
        Invitation made = created.invitation();
        err.println(phrases.say("invitations.made", made.id(), made.name(), made.uses(), made.expiresAt()));
        out.println(WatchLink.invitation(page, created.secret()));
    }

    private void list() throws IOException {
        for (Invitation invitation : book.list()) {
            String state = invitation.state(clock.instant()).name().toLowerCase(Locale.ROOT);
            out.println(phrases.say(
                    "invitations.line",
                    invitation.id(),
                    phrases.say("invitations.state." + state),
                    invitation.used(),
                    invitation.uses(),
                    invitation.expiresAt(),
                    invitation.name()));
        }
    }

    private void revoke(Order order) throws Trouble, IOException {
        String id = order.id("invitations");
        Invitation revoked = book.revoke(id).orElseThrow(() -> Trouble.failed("failed.no-invitation", id));
        err.println(phrases.say("invitations.revoked", revoked.id(), revoked.name()));
    }

    private URI page(Order order) throws Trouble, IOException {
        String url = order.url;
        if (url == null) {
            return link.read().orElseThrow(() -> Trouble.wrong("wrong.no-url"));
        }
        return WatchLink.parse(url).orElseThrow(() -> Trouble.wrong("wrong.url", url));
    }
}
