package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;

/** What the command line, the environment and the file come to. Immutable. */
public sealed interface Intent {

    /** Run with these settings; the warnings are for the terminal. */
    record Run(Settings settings, Words words, List<String> warnings) implements Intent {
        public Run {
            warnings = List.copyOf(warnings);
        }
    }

    /** Print this and end well: the help, the version. */
    record Print(String text) implements Intent {}

    /** Wrong usage: every mistake there is, a sentence each. */
    record Refuse(List<String> mistakes, String hint) implements Intent {
        public Refuse {
            mistakes = List.copyOf(mistakes);
        }
    }
}
