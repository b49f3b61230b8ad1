package heliograph.signaling.admin;

import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.InvitationBook;
import heliograph.signaling.auth.Names;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the command line of {@code accounts}, {@code invitations} or {@code broadcasters} says, as it stands there. On the thread that reads it. */
@Command
final class Order {
    private static final Pattern TIME = Pattern.compile("(\\d{1,5})([mhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    @Parameters(arity = "0..*")
    private List<String> words = new ArrayList<>();

    @Option(names = "--data")
    @Nullable
    Path data;

    @Option(names = "--name")
    @Nullable
    String name;

    @Option(names = "--uses")
    @Nullable
    Integer uses;

    @Option(names = "--expires")
    @Nullable
    String expires;

    @Option(names = "--url")
    @Nullable
    String url;

    @Option(names = "--language")
    @Nullable
    String language;

    @Option(names = {"-h", "--help"})
    boolean help;

    /**
     * Reads it.
     *
     * @throws CommandLine.ParameterException for what it has no words for
     */
    static Order read(List<String> arguments) {
        Order order = new Order();
        new CommandLine(order).parseArgs(arguments.toArray(String[]::new));
        return order;
    }

    /** What is to be done; empty where nothing is said. */
    String verb() {
        return words.isEmpty() ? "" : words.get(0);
    }

    /** To what it is to be done. */
    List<String> objects() {
        return words.isEmpty() ? List.of() : List.copyOf(words.subList(1, words.size()));
    }

    /** Refuses more than it can be done to. */
    void takes(int objects) throws Trouble {
        if (objects().size() > objects) {
            throw Trouble.wrong("wrong.too-much", objects().get(objects));
        }
    }

    /** The id of what is to be revoked. */
    String id(String subject) throws Trouble {
        if (objects().isEmpty()) {
            throw Trouble.wrong("wrong.no-id", subject);
        }
        return objects().get(0);
    }

    /** What whoever comes in by what is made is called. */
    String called(String usual) throws Trouble {
        String text = name == null ? usual : name;
        if (!Names.isName(text)) {
            throw Trouble.wrong("wrong.name", Credentials.LONGEST_USERNAME);
        }
        return text;
    }

    /** For how long what is made is good. */
    Duration validFor(String usual) throws Trouble {
        String text = expires == null ? usual : expires;
        Matcher matcher = TIME.matcher(text);
        if (matcher.matches()) {
            ChronoUnit unit = UNITS.getOrDefault(matcher.group(2), ChronoUnit.DAYS);
            Duration duration = Duration.of(Long.parseLong(matcher.group(1)), unit);
            if (InvitationBook.isTime(duration)) {
                return duration;
            }
        }
        throw Trouble.wrong("wrong.expires", text);
    }

    /** Whether it describes what is to be made. */
    boolean describes() {
        return name != null || expires != null || describesLink();
    }

    /** ... by what only an invitation has. */
    boolean describesLink() {
        return uses != null || url != null;
    }
}
