package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.desk.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** The command line: which option was given what, and the help. Lives on the thread that starts the program. */
final class Arguments {
    private final CommandLine commandLine;

    Arguments(Words words) {
        CommandSpec spec = CommandSpec.create().name("heliograph");
        Arrays.stream(Setting.values())
                .filter(Setting::onCommandLine)
                .forEach(setting -> spec.addOption(option(setting, words)));
        Map<String, String> exits = new LinkedHashMap<>();
        for (String status : List.of("0", "1", "2", "3")) {
            exits.put(status, words.say("help.exit." + status));
        }
        spec.usageMessage(new UsageMessageSpec()
                .width(100)
                .sortOptions(false)
                .description(words.say("help.description"))
                .optionListHeading("%n" + words.say("help.options") + "%n")
                .exitCodeListHeading("%n" + words.say("help.exits") + "%n")
                .exitCodeList(exits)
                .footer(
                        "",
                        words.say("help.footer"),
                        "",
                        words.say("help.account"),
                        "",
                        words.say("help.turn"),
                        "",
                        words.say("help.commands"),
                        "",
                        words.say("help.check")));
        spec.parser().collectErrors(true).allowOptionsAsOptionParameters(false).unmatchedArgumentsAllowed(true);
        commandLine = new CommandLine(spec);
    }

    private static OptionSpec option(Setting setting, Words words) {
        OptionSpec.Builder builder =
                OptionSpec.builder(setting.option()).description(words.say("option." + setting.key()));
        return switch (setting.kind()) {
            case FLAG ->
                builder.type(String.class)
                        .arity("0..1")
                        .fallbackValue("true")
                        .hideParamSyntax(true)
                        .paramLabel("")
                        .build();
            case VALUE ->
                builder.type(String.class)
                        .arity("1")
                        .paramLabel(setting.label())
                        .build();
            case LIST ->
                builder.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel(setting.label())
                        .build();
        };
    }

    String help() {
        return commandLine.getUsageMessage(CommandLine.Help.Ansi.AUTO);
    }

    /** What was given; what is wrong with it goes to the mistakes. */
    Map<Setting, Entry> parse(String[] args, Mistakes mistakes) {
        ParseResult result = commandLine.parseArgs(args);
        result.errors().forEach(error -> say(error, mistakes));
        unknown(result.unmatched(), mistakes);
        Map<Setting, Entry> entries = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            OptionSpec option = setting.onCommandLine() ? result.matchedOption(setting.option()) : null;
            if (option != null && !option.stringValues().isEmpty()) {
                entries.put(setting, new Entry(setting.option(), new ArrayList<>(option.stringValues())));
            }
        }
        return entries;
    }

    /** A word after an option that is none was meant as its value: one mistake, not two. */
    private void unknown(List<String> unmatched, Mistakes mistakes) {
        boolean afterOption = false;
        for (String whole : unmatched) {
            // What follows may be a secret that belongs elsewhere.
            String word = whole.split("=", 2)[0];
            boolean option = word.startsWith("-");
            if (option || !afterOption) {
                List<String> near =
                        new CommandLine.UnmatchedArgumentException(commandLine, List.of(word)).getSuggestions();
                if (near.isEmpty()) {
                    mistakes.add("mistake.unknown", word);
                } else {
                    mistakes.add("mistake.unknown-near", word, near.get(0));
                }
            }
            afterOption = option;
        }
    }

    private static void say(Exception error, Mistakes mistakes) {
        if (error instanceof CommandLine.MissingParameterException missing) {
            missing.getMissing()
                    .forEach(spec ->
                            mistakes.add("mistake.no-value", ((OptionSpec) spec).longestName(), spec.paramLabel()));
        } else if (error instanceof CommandLine.OverwrittenOptionException twice) {
            mistakes.add("mistake.twice", ((OptionSpec) twice.getOverwritten()).longestName());
        } else {
            mistakes.add("mistake.other", String.valueOf(error.getMessage()));
        }
    }
}
