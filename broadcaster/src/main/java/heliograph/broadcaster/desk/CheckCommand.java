package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.check.Check;
import heliograph.broadcaster.desk.check.CheckRun;
import heliograph.broadcaster.desk.check.Checks;
import heliograph.broadcaster.desk.check.Finding;
import heliograph.broadcaster.desk.check.Finding.State;
import heliograph.broadcaster.desk.check.Held;
import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Carries out {@code check}: looks at the connection as a start with the same options would need it. On the thread that calls it. */
record CheckCommand(Surroundings surroundings, Terminal terminal) {
    private static final String NAME = "check";

    /** The longest mark, and two. */
    private static final int MARGIN = 9;

    /** Whether the arguments are this command. */
    static boolean isMeant(String... args) {
        return args.length > 0 && args[0].equals(NAME);
    }

    /** Prints a line for each check; the exit status. */
    int run(String... args) throws InterruptedException {
        Intent intent = new SettingsReader(surroundings, Version.text()).read(Arrays.copyOfRange(args, 1, args.length));
        if (!(intent instanceof Intent.Run run)) {
            return terminal.settle(intent);
        }
        run.warnings().forEach(terminal::complain);
        Lines lines = new Lines(
                Checks.of(run.settings(), run.settings().video().bitrate(), Held.NOTHING, Instant.now()), run.words());
        new CheckRun().run(lines.checks, lines::found);
        return lines.end();
    }

    /** Prints in the order of the checks, each line as soon as all before it are there. */
    private final class Lines {
        private final List<Check> checks;
        private final Words words;
        private final Map<Integer, Finding> waiting = new TreeMap<>();
        private final List<Finding> printed = new ArrayList<>();
        private int next;

        Lines(List<Check> checks, Words words) {
            this.checks = checks;
            this.words = words;
        }

        void found(int index, Finding finding) {
            waiting.put(index, finding);
            while (waiting.containsKey(next)) {
                print(checks.get(next), waiting.remove(next));
                next++;
            }
        }

        private void print(Check check, Finding finding) {
            printed.add(finding);
            String mark = finding.mark().in(words);
            String line = words.say(
                    "check.line", check.title().in(words), finding.found().in(words));
            terminal.say(mark + " ".repeat(Math.max(1, MARGIN - columns(mark))) + line);
            finding.advice().ifPresent(it -> terminal.say(" ".repeat(MARGIN) + it.in(words)));
        }

        /** On a terminal, where a Chinese character is two wide. */
        private static int columns(String text) {
            return text.codePoints()
                    .map(it -> Character.isIdeographic(it) ? 2 : 1)
                    .sum();
        }

        int end() {
            terminal.say(Finding.summary(printed).in(words));
            return printed.stream().anyMatch(it -> it.state() == State.FAILED) ? Exit.FAILED : Exit.OK;
        }
    }
}
