package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.ViewerRow;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.PeerFigures.Route;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewerLinesTest {
    private static final Instant CAME = Instant.parse("2026-11-23T10:05:00Z");

    @Test
    void everythingThatIsKnownIsSaid() {
        assertThat(texts(Locale.ENGLISH, new ViewerRow.Stream(true, Route.STUN, "VP8", 1280, 720, 30, 2512, 42, 15)))
                .containsExactly(
                        "anna", "10:05", "192.0.2.7", "Relay · STUN", "VP8", "1280×720", "30", "2.5", "42 ms", "1.5 %");
    }

    @Test
    void whatIsNotKnownIsLeftOutAndSortedFirst() {
        ViewerRow.Stream unknown = new ViewerRow.Stream(false, null, null, null, null, null, null, null, null);
        assertThat(texts(Locale.CHINESE, unknown)).contains("直连").endsWith("", "", "", "", "", "");
        ViewerLine.Cell nothing = line(Locale.ENGLISH, unknown).cells().get(9);
        ViewerLine.Cell none = line(
                        Locale.ENGLISH, new ViewerRow.Stream(false, null, null, null, null, null, null, null, 0))
                .cells()
                .get(9);
        assertThat(nothing).isLessThan(none);
    }

    @Test
    void whoWaitsIsSaidToWait() {
        assertThat(lines(Locale.ENGLISH, Optional.empty()).get(0).cells())
                .extracting(ViewerLine.Cell::text)
                .contains("Waiting");
    }

    @Test
    void figuresAreSortedAsFiguresAndNamesAsNames() {
        assertThat(new ViewerLine.Cell("9 ms", 9)).isLessThan(new ViewerLine.Cell("10 ms", 10));
        assertThat(new ViewerLine.Cell("anna", 0)).isLessThan(new ViewerLine.Cell("Bert", 0));
    }

    private static List<String> texts(Locale locale, ViewerRow.Stream stream) {
        return line(locale, stream).cells().stream().map(ViewerLine.Cell::text).toList();
    }

    private static ViewerLine line(Locale locale, ViewerRow.Stream stream) {
        return lines(locale, Optional.of(stream)).get(0);
    }

    private static List<ViewerLine> lines(Locale locale, Optional<ViewerRow.Stream> stream) {
        return new ViewerLines(Words.of(locale), ZoneOffset.UTC)
                .of(List.of(new ViewerRow("v1", "anna", CAME, "192.0.2.7", stream)));
    }
}
