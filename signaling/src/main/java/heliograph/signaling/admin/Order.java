package heliograph.signaling.admin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the command line of {@code accounts} or {@code invitations} says, as it stands there. On the thread that reads it. */
@Command
final class Order {
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

    boolean describesInvitation() {
        return name != null || uses != null || expires != null || url != null;
    }
}
