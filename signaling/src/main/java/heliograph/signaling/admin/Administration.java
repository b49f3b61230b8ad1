package heliograph.signaling.admin;

import heliograph.signaling.auth.PrivateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/**
 * Carries out {@code accounts ...}, {@code invitations ...} and {@code broadcasters ...} on a data folder. A program that runs with the folder notices by
 * itself. On the thread that calls it.
 *
 * @param data the folder where the command names none
 * @param locale the language where the command names none
 */
public record Administration(
        PrintStream out, PrintStream err, Typist typist, Path data, Locale locale, InstantSource clock) {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private static final String ACCOUNTS = "accounts";
    private static final String INVITATIONS = "invitations";
    private static final String BROADCASTERS = "broadcasters";
    private static final Map<String, Set<String>> VERBS = Map.of(
            ACCOUNTS, AccountOrders.VERBS, INVITATIONS, InvitationOrders.VERBS, BROADCASTERS, BroadcasterOrders.VERBS);
    /** What makes something, and so may make the folder too. */
    private static final Set<String> MAKING = Set.of("add", "create");

    /** Whether the arguments are a command of these. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && VERBS.containsKey(arguments[0]);
    }

    /** Carries it out; the exit status: 0 done, 1 failed, 2 wrong usage. */
    public int run(String... arguments) {
        String subject = arguments[0];
        Phrases phrases = new Phrases(locale);
        try {
            Order order = Order.read(List.of(arguments).subList(1, arguments.length));
            if (order.language != null) {
                if (!Phrases.speaks(order.language)) {
                    throw Trouble.wrong("wrong.language", order.language);
                }
                phrases = new Phrases(Locale.forLanguageTag(order.language));
            }
            if (order.help) {
                out.print(phrases.say(subject + ".usage"));
                return DONE;
            }
            carryOut(subject, order, phrases);
            return DONE;
        } catch (Trouble trouble) {
            err.println(trouble.text(phrases));
            return trouble.status();
        } catch (CommandLine.ParameterException e) {
            err.println(phrases.say("wrong.line", String.valueOf(e.getMessage())));
            err.print(phrases.say(subject + ".usage"));
            return WRONG_USAGE;
        } catch (IOException e) {
            // The JDK's own messages are often nothing but the file's name.
            String why = e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString();
            err.println(phrases.say("failed.folder", why));
            return FAILED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private void carryOut(String subject, Order order, Phrases phrases) throws Trouble, IOException {
        Set<String> verbs = VERBS.getOrDefault(subject, Set.of());
        if (!verbs.contains(order.verb())) {
            throw Trouble.wrong("wrong.verb", subject, String.join(", ", verbs));
        }
        if ((order.describes() && !order.verb().equals("create"))
                || (order.describesLink() && !subject.equals(INVITATIONS))) {
            throw Trouble.wrong("wrong.options");
        }
        Path folder = order.data == null ? data : order.data;
        if (!MAKING.contains(order.verb()) && !Files.isDirectory(folder)) {
            throw Trouble.failed("failed.no-folder", folder);
        }
        PrivateFolder open = PrivateFolder.open(folder);
        SecureRandom random = new SecureRandom();
        switch (subject) {
            case ACCOUNTS -> new AccountOrders(open, random, typist, phrases, out, err).carryOut(order);
            case INVITATIONS -> new InvitationOrders(open, random, clock, phrases, out, err).carryOut(order);
            default -> new BroadcasterOrders(open, random, clock, phrases, out, err).carryOut(order);
        }
    }
}
