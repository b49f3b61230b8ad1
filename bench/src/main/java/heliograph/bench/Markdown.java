package heliograph.bench;

import java.util.List;
import java.util.Optional;

/** Writes a report for people: the ratios first, then the tables. Stateless; any thread. */
final class Markdown {
    private static final List<String> CROWD = List.of(
            CrowdMeasure.CORES,
            CrowdMeasure.PSS,
            CrowdMeasure.RSS,
            CrowdMeasure.THREADS,
            CrowdMeasure.FRAMES,
            CrowdMeasure.PAUSE,
            CrowdMeasure.GAPS,
            CrowdMeasure.LOST,
            CrowdMeasure.BITRATE,
            CrowdMeasure.FIRST_P50,
            CrowdMeasure.FIRST_MAX,
            CrowdMeasure.TOGETHER,
            CrowdMeasure.HOP_P50,
            CrowdMeasure.HOP_P99);

    private final StringBuilder out = new StringBuilder();
    private final Report report;
    private final Results results;

    private Markdown(Report report, Results results) {
        this.report = report;
        this.results = results;
    }

    static String of(Report report, Results results) {
        Markdown markdown = new Markdown(report, results);
        markdown.all();
        return markdown.out.toString();
    }

    private void all() {
        line("# Benchmarks");
        line("");
        line(
                "Written by `scripts/bench" + (report.settings().isEmpty() ? "" : " " + report.settings())
                        + "`; the same for programs is in the `.json` beside it. The program's own test picture, 1280x720 at "
                        + Program.RATE + " frames a second, " + Program.BITRATE
                        + " kbit/s, over the loopback. A figure is the median of several, with the least and the most behind it, unless it says (n = 1).");
        line("");
        list("Take these figures with care", report.warnings());
        list("Not measured", report.failures());
        ratios();
        if (!results.viewers(Measure.CROWD, MediaPath.DIRECT).isEmpty()
                || !results.viewers(Measure.CROWD, MediaPath.RELAY).isEmpty()) {
            crowd();
        }
        list("What gives first", report.findings());
        sideBySide(Measure.PICTURE);
        sideBySide(Measure.FIREFOX);
        sideBySide(Measure.WEAK);
        sideBySide(Measure.STARTUP);
        machine();
    }

    private void ratios() {
        Optional<Double> direct = Cost.ofOneMore(results, MediaPath.DIRECT);
        Optional<Double> relay = Cost.ofOneMore(results, MediaPath.RELAY);
        line("## In short");
        line("");
        line("| | direct | relay | ratio or difference |");
        line("|---|---|---|---|");
        row(
                "one viewer more costs (cores)",
                direct.map(it -> Spread.number(it, 3)).orElse("-"),
                relay.map(it -> Spread.number(it, 4)).orElse("-"),
                direct.isPresent() && relay.isPresent() ? "1 : " + Spread.number(direct.get() / relay.get(), 0) : "-");
        for (Measure browser : List.of(Measure.PICTURE, Measure.FIREFOX)) {
            for (String name :
                    List.of(PictureMeasure.LATENCY_P50, PictureMeasure.LIP_SYNC_P95, PictureMeasure.FIRST_PICTURE)) {
                compared(browser, name);
            }
        }
        line("");
    }

    private void compared(Measure browser, String name) {
        Spread direct = spread(browser, MediaPath.DIRECT, 1, name);
        Spread relay = spread(browser, MediaPath.RELAY, 1, name);
        double difference = relay.median() - direct.median();
        row(
                browser.title() + ": " + name,
                direct.text(0),
                relay.text(0),
                Double.isNaN(difference) ? "-" : signed(difference));
    }

    private static String signed(double value) {
        return (value < 0 ? "" : "+") + Spread.number(value, 0);
    }

    private void crowd() {
        line("## " + Measure.CROWD.title());
        line("");
        line(
                "The desk and the studio together; receivers that do not decode count every frame of every viewer, in a process of"
                        + " their own. A frame counts when it is whole and could be shown. The hop is from"
                        + " the studio's packet on the loopback to the relay's, of each frame's last one, by the kernel's clock.");
        line("");
        for (MediaPath path : MediaPath.values()) {
            List<Integer> counts = results.viewers(Measure.CROWD, path);
            if (!counts.isEmpty()) {
                line("| " + path.option() + ", viewers | "
                        + String.join(
                                " | ", counts.stream().map(String::valueOf).toList()) + " |");
                line("|---|" + "---|".repeat(counts.size()));
                for (String name : CROWD) {
                    List<Spread> row = counts.stream()
                            .map(count -> spread(Measure.CROWD, path, count, name))
                            .toList();
                    if (row.stream().anyMatch(it -> !it.sorted().isEmpty())) {
                        int decimals = decimals(name);
                        line("| " + name + " | "
                                + String.join(
                                        " | ",
                                        row.stream()
                                                .map(it -> it.text(decimals))
                                                .toList())
                                + " |");
                    }
                }
                line("");
            }
        }
    }

    private static int decimals(String name) {
        return switch (name) {
            case CrowdMeasure.CORES -> 2;
            case CrowdMeasure.FRAMES, CrowdMeasure.HOP_P50, CrowdMeasure.HOP_P99 -> 1;
            default -> 0;
        };
    }

    private void sideBySide(Measure measure) {
        List<String> names = report.figures().stream()
                .filter(it -> it.measure() == measure)
                .map(Figure::name)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return;
        }
        line("## " + measure.title());
        line("");
        if (measure == Measure.WEAK) {
            line("Five of a hundred packets lost and 200 ms of round trip, among " + good(MediaPath.RELAY)
                    + " good links on the relay and, as each is an encoder there, " + good(MediaPath.DIRECT)
                    + " on the direct path.");
            line("");
        }
        line("| | direct | relay |");
        line("|---|---|---|");
        for (String name : names) {
            int decimals = name.contains("(ms)") ? 0 : 1;
            line("| " + name + " | " + any(measure, MediaPath.DIRECT, name).text(decimals) + " | "
                    + any(measure, MediaPath.RELAY, name).text(decimals) + " |");
        }
        line("");
    }

    private int good(MediaPath path) {
        return results.viewers(Measure.WEAK, path).stream()
                .mapToInt(it -> it - 1)
                .findFirst()
                .orElse(0);
    }

    private Spread any(Measure measure, MediaPath path, String name) {
        return report.figures().stream()
                .filter(it -> it.measure() == measure && it.path() == path)
                .filter(it -> it.name().equals(name))
                .map(Figure::spread)
                .findFirst()
                .orElse(new Spread(List.of()));
    }

    private Spread spread(Measure measure, MediaPath path, int viewers, String name) {
        return results.find(measure, path, viewers, name).orElse(new Spread(List.of()));
    }

    private void machine() {
        line("## The machine");
        line("");
        line("| | |");
        line("|---|---|");
        report.machine().forEach((name, value) -> line("| " + name + " | " + value.replace("|", "/") + " |"));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void list(String title, List<String> items) {
        if (!items.isEmpty()) {
            line("## " + title);
            line("");
            items.forEach(item -> line("- " + item));
            line("");
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
