package heliograph.signaling.admin;

import heliograph.signaling.auth.BroadcasterBook;
import heliograph.signaling.auth.BroadcasterCredential;
import heliograph.signaling.auth.PrivateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** {@code broadcasters create|list|revoke}. On the thread that calls it. */
final class BroadcasterOrders {
    static final Set<String> VERBS = new TreeSet<>(Set.of("create", "list", "revoke"));

    private static final String ONE_MONTH = "30d";

    private final BroadcasterBook book;
    private final InstantSource clock;
    private final Phrases phrases;
    private final PrintStream out;
    private final PrintStream err;

    BroadcasterOrders(
            PrivateFolder folder,
            SecureRandom random,
            InstantSource clock,
            Phrases phrases,
            PrintStream out,
            PrintStream err) {
        book = new BroadcasterBook(folder, random, clock);
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
        BroadcasterBook.Created created =
                book.create(order.called(phrases.say("broadcasters.studio")), order.validFor(ONE_MONTH));
        BroadcasterCredential made = created.credential();
        err.println(phrases.say("broadcasters.made", made.id(), made.name(), made.expiresAt()));
        out.println(created.token().text());
    }

    private void list() throws IOException {
        for (BroadcasterCredential credential : book.list()) {
            String state = credential.state(clock.instant()).name().toLowerCase(Locale.ROOT);
            out.println(phrases.say(
                    "broadcasters.line",
                    credential.id(),
                    phrases.say("broadcasters.state." + state),
                    credential.expiresAt(),
                    credential.name()));
        }
    }

    private void revoke(Order order) throws Trouble, IOException {
        String id = order.id("broadcasters");
        BroadcasterCredential revoked = book.revoke(id).orElseThrow(() -> Trouble.failed("failed.no-credential", id));
        err.println(phrases.say("broadcasters.revoked", revoked.id(), revoked.name()));
    }
}
