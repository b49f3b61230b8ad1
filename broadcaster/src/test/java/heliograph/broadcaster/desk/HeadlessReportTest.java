package heliograph.broadcaster.desk;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.StudioState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadlessReportTest {
    private static final String LINK = "https://192.168.1.5:8443/";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final HeadlessReport report;

    HeadlessReportTest() {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Intent intent = new SettingsReader(
                        new Surroundings(Map.of(), "Linux", Path.of("/no-such-home"), Locale.ENGLISH), "1")
                .read("--headless");
        report = new HeadlessReport(
                new Terminal(stream, stream), Words.of(Locale.ENGLISH), ((Intent.Run) intent).settings());
    }

    private String said(String link, String fingerprint, String... others) {
        out.reset();
        Room.Secure secure = new Room.Secure(
                URI.create(link), List.of(others).stream().map(URI::create).toList(), Optional.of(fingerprint));
        report.accept(new Status(
                new Status.Air.Off(),
                new StudioState.Running(),
                Optional.empty(),
                List.of(),
                new Status.RoomState.Open(
                        new Room.Links(URI.create("http://127.0.0.1:8080/"), false, Optional.of(secure)),
                        Optional.empty(),
                        Optional.empty()),
                new Room.Watchers(0, 0),
                true,
                false));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theLinkIsPrintedAgainWhenItOrItsCertificateIsAnotherAndNeverForTheOtherWays() {
        assertThat(said(LINK, "AB:CD")).contains("http://127.0.0.1:8080/", LINK, "AB:CD");
        assertThat(said(LINK, "AB:CD", "https://laptop.local:8443/")).isEmpty();
        assertThat(said(LINK, "AB:CD")).isEmpty();
        assertThat(said(LINK, "EF:01")).contains(LINK, "EF:01").doesNotContain("http://");
        assertThat(said("https://192.168.1.6:8443/", "EF:01")).contains("192.168.1.6", "EF:01");
    }
}
