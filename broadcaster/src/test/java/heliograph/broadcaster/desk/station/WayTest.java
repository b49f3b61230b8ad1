package heliograph.broadcaster.desk.station;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.text.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayTest {
    private static final Room.Links LINKS = new Room.Links(
            URI.create("http://127.0.0.1:8080/"),
            false,
            Optional.of(new Room.Secure(
                    URI.create("https://192.168.1.5:8443/"),
                    List.of(URI.create("https://10.0.0.2:8443/"), URI.create("https://laptop.local:8443/")),
                    Optional.empty())));

    @Test
    void theLikelyAddressOfTheNetworkComesFirstAndThisComputersLast() {
        assertThat(ways(LINKS))
                .extracting(Way::link)
                .containsExactly(
                        "https://192.168.1.5:8443/",
                        "https://10.0.0.2:8443/",
                        "https://laptop.local:8443/",
                        "http://127.0.0.1:8080/");
        assertThat(ways(LINKS)).extracting(Way::words).doesNotHaveDuplicates().contains("On this network, as 10.0.0.2");
    }

    @Test
    void whereThePublicAddressIsKnownItIsOneOfThem() {
        assertThat(ways(LINKS, "--public-address", "203.0.113.7", "--https-port", "9443"))
                .contains(new Way(
                        "Anywhere, if the router passes TCP port 9443 on to this computer",
                        "https://203.0.113.7:9443/"));
        assertThat(ways(LINKS, "--public-address", "2001:db8::7"))
                .extracting(Way::link)
                .contains("https://[2001:db8:0:0:0:0:0:7]:8443/");
    }

    @Test
    void aReverseProxysNameIsOneOfThem() {
        assertThat(ways(LINKS, "--allowed-origin", "https://cam.example.org"))
                .extracting(Way::link)
                .contains("https://cam.example.org/");
    }

    @Test
    void noTwoReadAlike() {
        assertThat(ways(
                        LINKS,
                        "--allowed-origin",
                        "https://a.example.org",
                        "--allowed-origin",
                        "https://b.example.org:8443"))
                .extracting(Way::words)
                .contains("By your reverse proxy, as b.example.org:8443")
                .doesNotHaveDuplicates();
        Room.Links here = new Room.Links(
                URI.create("http://127.0.0.1:8080/"),
                false,
                Optional.of(new Room.Secure(URI.create("https://127.0.0.1:8443/"), List.of(), Optional.empty())));
        assertThat(ways(here)).extracting(Way::words).doesNotHaveDuplicates();
    }

    @Test
    void withoutTlsThereIsThePlainOneAlone() {
        assertThat(ways(Room.Links.local(URI.create("http://127.0.0.1:8080/"))))
                .containsExactly(new Way("On this computer", "http://127.0.0.1:8080/"));
        assertThat(ways(new Room.Links(URI.create("http://192.168.1.5:8080/"), true, Optional.empty())))
                .containsExactly(new Way("On this network, not encrypted", "http://192.168.1.5:8080/"));
    }

    private static List<Way> ways(Room.Links links, String... args) {
        Settings settings = ((Intent.Run) new SettingsReader(
                                new Surroundings(Map.of(), "Linux", Path.of("/no-such-home"), Locale.ENGLISH), "1")
                        .read(args))
                .settings();
        return Way.of(links, settings, Words.of(Locale.ENGLISH));
    }
}
