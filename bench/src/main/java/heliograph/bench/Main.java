package heliograph.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmark, from the command line. Runs on the thread {@code main}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        version = "bench 0.1.0",
        description =
                "Starts Heliograph as a user does and measures it: the direct path against the relay, in one run.",
        footer = {
            "",
            "Under 15 minutes, or about 4 with --quick. Leave the machine alone meanwhile. The hop delay wants tcpdump, and root.",
            "",
            "docs/benchmarks.md is for figures of a commit, from a calm machine: what was disturbed goes to bench/target/benchmarks.md.",
            "",
            "Exit codes: 0 all was measured, 1 something could not be (the report says what), 2 wrong options."
        })
public final class Main implements Callable<Integer> {
    private static final double CALM = 0.3;

    private final Path root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--quick", description = "Fewer viewers, fewer times.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "One measure alone (repeatable): ${COMPLETION-CANDIDATES}.")
    private List<Measure> only = List.of();

    @Option(
            names = "--direct",
            paramLabel = "N,N",
            split = ",",
            description = "Other numbers of direct viewers, ascending.")
    private List<Integer> direct = List.of();

    @Option(
            names = "--relay",
            paramLabel = "N,N",
            split = ",",
            description = "Other numbers of relay viewers, ascending.")
    private List<Integer> relay = List.of();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the table goes, with the same as JSON beside it; else docs/benchmarks.md,"
                    + " or bench/target/benchmarks.md where not everything was asked for.")
    private @Nullable Path output;

    @Option(
            names = "--anyway",
            description = "Write docs/benchmarks.md even of changed sources or of a machine that is not calm.")
    private boolean anyway;

    Main(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(Path.of("").toAbsolutePath()).execute(arguments));
    }

    static CommandLine commandLine(Path root) {
        return new CommandLine(new Main(root)).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check("--direct", direct);
        check("--relay", relay);
        Set<Measure> measures = only.isEmpty() ? EnumSet.allOf(Measure.class) : EnumSet.copyOf(only);
        boolean whole = output == null && only.isEmpty() && direct.isEmpty() && relay.isEmpty();
        Results results = new Results();
        String changes = Machine.changes(root);
        refuse(whole && !changes.isEmpty(), "the sources are not those of the commit: " + changes);
        // This builds the program, if need be.
        boolean hasRelay = Program.hasRelay(root);
        double busy = Machine.busyCores();
        refuse(whole && busy > CALM, "other programs use " + Spread.number(busy, 1) + " cores");
        Map<String, String> machine = Machine.describe(root, changes, busy);
        if (!changes.isEmpty()) {
            results.warn("the sources were not those of the commit: " + changes);
        }
        if (busy > CALM) {
            results.warn("the machine was not calm: other programs used " + Spread.number(busy, 1)
                    + " cores before the start");
        }
        if (!hasRelay) {
            results.fail("the relay: this program has none, it does not know --path");
        }
        Trial trial = new Trial(
                root,
                (quick ? Plan.QUICK : Plan.FULL).with(direct, relay),
                hasRelay ? List.of(MediaPath.values()) : List.of(MediaPath.DIRECT),
                hasRelay,
                results);
        for (Measure measure : measures) {
            switch (measure) {
                case STARTUP -> StartupMeasure.run(trial);
                case PICTURE -> PictureMeasure.inChromium(trial);
                case FIREFOX -> PictureMeasure.inFirefox(trial);
                case CROWD -> CrowdMeasure.run(trial);
                case WEAK -> WeakMeasure.run(trial);
            }
        }
        // What disturbed it meanwhile is known only now.
        boolean kept = whole && (anyway || results.warnings().isEmpty());
        return write(results, machine, output == null ? root.resolve(usual(kept)) : output);
    }

    private static String usual(boolean kept) {
        return kept ? "docs/benchmarks.md" : "bench/target/benchmarks.md";
    }

    private void refuse(boolean reason, String why) {
        if (reason && !anyway && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "nothing for docs/benchmarks.md: " + why + "; --anyway, or --output FILE");
        }
    }

    private int write(Results results, Map<String, String> machine, Path file) throws IOException {
        String settings = spec == null
                ? ""
                : String.join(" ", spec.commandLine().getParseResult().originalArgs());
        Report report = new Report(
                machine, settings, results.figures(), results.findings(), results.warnings(), results.failures());
        String markdown = Markdown.of(report, results);
        System.out.print(markdown);
        System.out.flush();
        report.write(file, markdown);
        System.err.println("Written to " + file);
        return results.failures().isEmpty() ? 0 : 1;
    }

    private void check(String option, List<Integer> counts) {
        boolean ascending = true;
        for (int i = 0; i < counts.size(); i++) {
            ascending &= counts.get(i) > (i == 0 ? 0 : counts.get(i - 1));
        }
        if (!ascending && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), option + " takes numbers from 1 on, each larger than the one before");
        }
    }
}
