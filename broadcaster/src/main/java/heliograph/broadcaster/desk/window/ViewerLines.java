package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.ViewerRow;
import heliograph.broadcaster.desk.station.ViewerRow.Stream;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.desk.window.ViewerLine.Cell;
import heliograph.broadcaster.link.PeerFigures.Route;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the viewers into words; knows no Swing. Immutable; any thread. */
record ViewerLines(Words words, ZoneId zone) {
    /** The columns, in their order; each has its heading and its tip in the bundle. */
    static final List<String> COLUMNS =
            List.of("name", "since", "from", "path", "codec", "size", "fps", "bitrate", "round-trip", "loss");

    /** The same in every language, and narrow. */
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    List<ViewerLine> of(List<ViewerRow> rows) {
        return rows.stream().map(this::line).toList();
    }

    private ViewerLine line(ViewerRow row) {
        Optional<Stream> stream = row.stream();
        return new ViewerLine(
                row.id(),
                row.name(),
                List.of(
                        new Cell(row.name(), 0),
                        since(row.since()),
                        new Cell(row.address(), 0),
                        new Cell(stream.map(this::path).orElse(words.say("viewers.waiting")), 0),
                        new Cell(stream.map(Stream::codec).orElse(""), 0),
                        stream.map(this::size).orElse(nothing()),
                        number(stream, Stream::framesPerSecond, "viewers.fps.value", 1),
                        number(stream, Stream::kilobitsPerSecond, "viewers.bitrate.value", 1000),
                        number(stream, Stream::roundTripMillis, "viewers.round-trip.value", 1),
                        number(stream, Stream::lossPerMille, "viewers.loss.value", 10)));
    }

    private Cell since(Instant since) {
        return new Cell(CLOCK.format(since.atZone(zone)), since.toEpochMilli());
    }

    private String path(Stream stream) {
        String path = words.say(stream.relayed() ? "viewers.path.relay" : "viewers.path.direct");
        Route route = stream.route();
        return route == null || route == Route.STRAIGHT ? path : path + " · " + route.name();
    }

    private Cell size(Stream stream) {
        Integer width = stream.width();
        Integer height = stream.height();
        return width == null || height == null ? nothing() : new Cell(width + "×" + height, (double) width * height);
    }

    private Cell number(Optional<Stream> stream, Function<Stream, @Nullable Integer> part, String key, double unit) {
        Integer value = stream.isPresent() ? part.apply(stream.get()) : null;
        return value == null ? nothing() : new Cell(words.say(key, value / unit), value);
    }

    private static Cell nothing() {
        return new Cell("", Cell.UNKNOWN);
    }
}
