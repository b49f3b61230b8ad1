package heliograph.signaling.admin;

import heliograph.signaling.auth.AccountBook;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.Names;
import heliograph.signaling.auth.PrivateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Set;
import java.util.TreeSet;

/** {@code accounts add|list|password|remove}. On the thread that calls it. */
final class AccountOrders {
    static final Set<String> VERBS = new TreeSet<>(Set.of("add", "list", "password", "remove"));

    private final AccountBook book;
    private final Typist typist;
    private final Phrases phrases;
    private final PrintStream out;
    private final PrintStream err;

    AccountOrders(
            PrivateFolder folder,
            SecureRandom random,
            Typist typist,
            Phrases phrases,
            PrintStream out,
            PrintStream err) {
        book = new AccountBook(folder, random);
        this.typist = typist;
        this.phrases = phrases;
        this.out = out;
        this.err = err;
    }

    void carryOut(Order order) throws Trouble, IOException {
        if (order.verb().equals("list")) {
            order.takes(0);
            book.names().forEach(out::println);
            return;
        }
        if (order.objects().size() > 1) {
            // Perhaps a password: it is not said again.
            throw Trouble.wrong("wrong.password-argument");
        }
        if (order.objects().isEmpty() || !Names.isName(order.objects().get(0))) {
            throw Trouble.wrong("wrong.name", Credentials.LONGEST_USERNAME);
        }
        carryOut(order.verb(), order.objects().get(0));
    }

    private void carryOut(String verb, String name) throws Trouble, IOException {
        // Before a password is asked for in vain.
        boolean there = book.names().contains(name);
        if (verb.equals("add") && there) {
            throw Trouble.failed("failed.account-there", name);
        }
        if (!verb.equals("add") && !there) {
            throw Trouble.failed("failed.no-account", name);
        }
        boolean done = switch (verb) {
            case "add" -> book.add(new Credentials(name, password(name)));
            case "password" -> book.password(new Credentials(name, password(name)));
            default -> book.remove(name);
        };
        if (!done) {
            throw Trouble.failed(verb.equals("add") ? "failed.account-there" : "failed.no-account", name);
        }
        err.println(phrases.say("accounts.done." + verb, name));
    }

    private String password(String name) throws Trouble, IOException {
        if (typist.isOverlooked()) {
            throw Trouble.wrong("wrong.overlooked");
        }
        String password = typist.password(phrases.say("accounts.prompt", name));
        if (password == null || password.isEmpty()) {
            throw Trouble.wrong("wrong.no-password");
        }
        if (!AccountBook.isPassword(password)) {
            throw Trouble.wrong("wrong.password", AccountBook.SHORTEST_PASSWORD, Credentials.LONGEST_PASSWORD);
        }
        if (typist.isPerson() && !password.equals(typist.password(phrases.say("accounts.prompt-again")))) {
            throw Trouble.wrong("wrong.not-twice");
        }
        return password;
    }
}
