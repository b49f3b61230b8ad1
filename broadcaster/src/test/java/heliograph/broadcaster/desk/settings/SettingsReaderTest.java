package heliograph.broadcaster.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.VideoCodec;
import heliograph.signaling.http.CidrBlock;
import heliograph.signaling.http.TrustedProxies;
import heliograph.signaling.ice.IceServers;
import heliograph.signaling.ice.TurnCredentials;
import heliograph.signaling.room.Announcement;
import heliograph.signaling.room.PathPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest extends WithSurroundings {
    @Test
    void nothingSaidMeansTheDefaults() {
        Settings settings = settings();
        assertThat(settings.headless()).isFalse();
        assertThat(settings.camera()).isNull();
        assertThat(settings.microphone()).isNull();
        assertThat(settings.video()).isEqualTo(new Broadcast.Video(1280, 720, 30, 2500, VideoCodec.AUTO));
        assertThat(settings.processing()).isEqualTo(new Broadcast.Processing(true, true, true));
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.https()).isEqualTo(new Https("0.0.0.0", 8443, null, null));
        assertThat(settings.allowedOrigins()).isEmpty();
        assertThat(settings.maxViewers()).isEqualTo(200);
        assertThat(settings.trustedProxies()).isEqualTo(TrustedProxies.NONE);
        assertThat(settings.iceServers().stun()).hasSize(1);
        assertThat(settings.iceServers().turn()).isEmpty();
        assertThat(settings.udpPorts()).isNull();
        assertThat(settings.networkCheck()).hasSize(3);
        assertThat(settings.data()).isEqualTo(home.resolve(".local/share/heliograph"));
        assertThat(settings.account()).isNull();
    }

    @Test
    void everyOptionIsUnderstood() {
        environment.put("HELIOGRAPH_TURN_USER", "u");
        environment.put("HELIOGRAPH_TURN_PASSWORD", "p");
        Settings settings = settings(
                "--headless --start --camera test --microphone none --size 640x480 --rate 15 --bitrate 800 --codec h264"
                        .concat(" --no-echo-cancellation --no-noise-suppression --no-gain-control --bind ::1 --port 0")
                        .concat(" --trusted-proxy 127.0.0.1 --trusted-proxy 10.0.0.0/8 --proxy-header forwarded")
                        .concat(" --ice-server stun:a:1 --turn-server turn:b:2?transport=tcp --udp-ports 5000-5010")
                        .concat(" --https-bind 127.0.0.1 --https-port 7443 --tls-certificate c.pem --tls-key k.pem")
                        .concat(
                                " --allowed-origin https://Cam.example.org --title Vespers --show-viewers --max-viewers 30")
                        .concat(" --path relay --direct-viewers 5 --relay-port 7000 --public-address 203.0.113.7:40000")
                        .concat(
                                " --network-check 127.0.0.1:9 --viewers 12 --uplink 40 --data /d --language zh --list-devices")
                        .split(" "));
        assertThat(settings)
                .isEqualTo(new Settings(
                        true,
                        true,
                        true,
                        false,
                        new Source.Test(),
                        new Source.None(),
                        new Broadcast.Video(640, 480, 15, 800, VideoCodec.H264),
                        true,
                        true,
                        new Broadcast.Processing(false, false, false),
                        "::1",
                        0,
                        new Https("127.0.0.1", 7443, Path.of("c.pem"), Path.of("k.pem")),
                        Set.of("https://cam.example.org"),
                        new Announcement("Vespers", true),
                        30,
                        new PathPolicy(PathPolicy.Choice.RELAY, 5),
                        new RelaySettings(7000, false, new java.net.InetSocketAddress("203.0.113.7", 40000)),
                        new TrustedProxies(
                                List.of(block("127.0.0.1"), block("10.0.0.0/8")), TrustedProxies.Header.FORWARDED),
                        new IceServers(
                                List.of("stun:a:1"),
                                List.of("turn:b:2?transport=tcp"),
                                new TurnCredentials.Fixed("u", "p")),
                        new Broadcast.UdpPorts(5000, 5010),
                        List.of(java.net.InetSocketAddress.createUnresolved("127.0.0.1", 9)),
                        new Expected(12, 40),
                        Path.of("/d"),
                        Locale.forLanguageTag("zh"),
                        null));
    }

    @Test
    void theWholeScreenIsRefusedWhereItCannotBeShown() {
        environment.put("DISPLAY", ":1");
        assertThat(settings("--camera", "screen").camera()).isEqualTo(new Source.Screen());
        assertThat(settings("--microphone", "screen").microphone()).isEqualTo(new Source.Device("", "screen"));
        environment.put("XDG_SESSION_TYPE", "wayland");
        assertThat(mistakes("--camera", "screen")).singleElement().asString().contains("--camera screen", "X11");
        environment.clear();
        assertThat(mistakes("--camera", "screen")).singleElement().asString().contains("--camera screen", "X11");
    }

    private static CidrBlock block(String text) {
        return CidrBlock.parse(text).orElseThrow();
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        file("rate=10", "bitrate=1000", "port=1", "camera=摄像头");
        environment.put("HELIOGRAPH_RATE", "20");
        environment.put("HELIOGRAPH_BITRATE", "2000");
        Settings settings = settings("--rate", "25");
        assertThat(settings.video().rate()).isEqualTo(25);
        assertThat(settings.video().bitrate()).isEqualTo(2000);
        assertThat(settings.port()).isEqualTo(1);
        assertThat(settings.camera()).isEqualTo(new Source.Device("", "摄像头"));
    }

    @Test
    void aFlagOfTheFileCanBeTakenBackOnTheCommandLine() throws IOException {
        file("headless=true", "no-gain-control=true");
        assertThat(settings().headless()).isTrue();
        assertThat(settings("--headless=false").headless()).isFalse();
        assertThat(settings().processing()).isEqualTo(new Broadcast.Processing(true, true, false));
    }

    @Test
    void theFileLiesInTheFolderThatTheCommandLineNames() throws IOException {
        Path folder = Files.createDirectories(home.resolve("elsewhere"));
        Files.writeString(folder.resolve("settings.properties"), "port=7\nice-server=stun:a:1, stun:b:2\n");
        Settings settings = settings("--data", folder.toString());
        assertThat(settings.port()).isEqualTo(7);
        assertThat(settings.iceServers().stun()).hasSize(2);
    }

    @Test
    void aListCanBeNone() {
        Settings settings = settings("--ice-server", "none", "--network-check", "none");
        assertThat(settings.iceServers()).isEqualTo(IceServers.NONE);
        assertThat(settings.networkCheck()).isEmpty();
    }

    @Test
    void allMistakesAreReportedTogether() throws IOException {
        file("rate=fast", "colour=red", "data=/x");
        environment.put("HELIOGRAPH_BITRATE", "lots");
        environment.put("HELIOGRAPH_USER", "ann");
        assertThat(mistakes("--size", "big", "--microfone", "x", "--port", "70000", "--codec"))
                .hasSize(9)
                .anyMatch(it -> it.contains("--size") && it.contains("1280x720"))
                .anyMatch(it -> it.contains("--microfone") && it.contains("did you mean --microphone"))
                .anyMatch(it -> it.contains("--port") && it.contains("65535"))
                .anyMatch(it -> it.contains("--codec") && it.contains("auto|VP8"))
                .anyMatch(it -> it.contains("HELIOGRAPH_BITRATE"))
                .anyMatch(it -> it.contains("rate (settings.properties)"))
                .anyMatch(it -> it.contains("colour"))
                .anyMatch(it -> it.contains("\"data\""))
                .anyMatch(it -> it.contains("HELIOGRAPH_USER") && it.contains("HELIOGRAPH_PASSWORD"));
    }

    @ParameterizedTest
    @CsvSource({
        "--size,1281x720",
        "--size,1280",
        "--size,0x0",
        "--rate,0",
        "--rate,121",
        "--rate,29.97",
        "--bitrate,99",
        "--codec,H265",
        "--bind,example.org",
        "--bind,300.1.1.1",
        "--port,-1",
        "--port,http",
        "--https-bind,example.org",
        "--https-port,65536",
        "--https-port,off",
        "--allowed-origin,cam.example.org",
        "--allowed-origin,https://cam.example.org/",
        "--allowed-origin,*",
        "--allowed-origin,http://my_host",
        "--max-viewers,0",
        "--max-viewers,many",
        "--path,both",
        "--direct-viewers,-1",
        "--direct-viewers,1001",
        "--relay-port,none",
        "--relay-port,65536",
        "--public-address,cam.example.org",
        "--public-address,0.0.0.0",
        "--public-address,127.0.0.1",
        "--public-address,203.0.113.7:0",
        "--public-address,203.0.113.7:70000",
        "--public-address,fe80::1%eth0",
        "--udp-ports,5010-5000",
        "--udp-ports,80-90",
        "--udp-ports,5000",
        "--ice-server,http://x",
        "--ice-server,turn:host:1",
        "--turn-server,turn:u:p@host:1",
        "--turn-server,stun:host:1",
        "--network-check,host",
        "--network-check,h:0",
        "--language,fr",
        "--headless,maybe",
        "--camera,''",
        "--data,''"
    })
    void aWrongValueIsRefusedWithWhatWouldBeRight(String option, String value) {
        String given = option.equals("--headless") ? option + "=" + value : option;
        List<String> mistakes = given.equals(option) ? mistakes(option, value) : mistakes(given);
        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0)).contains(option);
    }

    @Test
    void anOptionIsNoValue() {
        assertThat(mistakes("--camera", "--headless"))
                .hasSize(1)
                .first()
                .asString()
                .contains("--camera needs a value");
    }

    @Test
    void anOptionThatIsGivenTwiceIsAMistake() {
        assertThat(mistakes("--rate", "1", "--rate", "2"))
                .hasSize(1)
                .first()
                .asString()
                .contains("more than once");
    }

    @Test
    void aFileThatIsNoUtf8IsAMistake() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".local/share/heliograph"));
        Files.write(folder.resolve("settings.properties"), new byte[] {'c', '=', (byte) 0xff, '\n'});
        assertThat(mistakes()).hasSize(1).first().asString().contains("UTF-8");
    }

    @Test
    void anEmptyVariableIsNotSetAndAnUnknownOneIsOnlyAWarning() {
        environment.put("HELIOGRAPH_RATE", "");
        environment.put("HELIOGRAPH_CAMRA", "x");
        Intent.Run run = (Intent.Run) read();
        assertThat(run.settings().video().rate()).isEqualTo(30);
        assertThat(run.warnings()).hasSize(1).first().asString().contains("HELIOGRAPH_CAMRA");
    }

    @Test
    void helpNamesEveryOptionAndEveryExitStatusInBothLanguages() {
        for (String language : List.of("en", "zh")) {
            String help = ((Intent.Print) read("--help", "--language", language, "--rate", "x")).text();
            for (Setting setting : Setting.values()) {
                assertThat(help).contains(setting.onCommandLine() ? setting.option() : setting.variable());
            }
            assertThat(help).contains("  0 ", "  1 ", "  2 ", "  3 ", "HELIOGRAPH_PASSWORD");
        }
        assertThat(((Intent.Print) read("--help", "--language", "zh")).text()).contains("摄像头");
    }

    @Test
    void versionIsPrinted() {
        assertThat(((Intent.Print) read("--version")).text()).isEqualToIgnoringNewLines("Heliograph 9.9");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, XDG_DATA_HOME, /xdg, /xdg/heliograph",
        "Linux, XDG_DATA_HOME, relative, /home/u/.local/share/heliograph",
        "Linux, OTHER, x, /home/u/.local/share/heliograph",
        "Mac OS X, OTHER, x, /home/u/Library/Application Support/Heliograph",
        "Windows 11, APPDATA, /roaming, /roaming/Heliograph",
        "Windows 11, OTHER, x, /home/u/AppData/Roaming/Heliograph"
    })
    void theDataFolderIsWhereTheSystemWantsIt(String system, String variable, String value, String folder) {
        Surroundings surroundings =
                new Surroundings(Map.of(variable, value), system, Path.of("/home/u"), Locale.ENGLISH);
        assertThat(surroundings.dataFolder()).isEqualTo(Path.of(folder));
    }

    @Test
    void thereIsADisplayWhereTheEnvironmentSaysSo() {
        assertThat(new Surroundings(Map.of(), "Linux", home, Locale.ENGLISH).hasDisplay())
                .isFalse();
        assertThat(new Surroundings(Map.of("DISPLAY", ":1"), "Linux", home, Locale.ENGLISH).hasDisplay())
                .isTrue();
        assertThat(new Surroundings(Map.of("WAYLAND_DISPLAY", "w"), "Linux", home, Locale.ENGLISH).hasDisplay())
                .isTrue();
        assertThat(new Surroundings(Map.of(), "Windows 11", home, Locale.ENGLISH).hasDisplay())
                .isTrue();
    }
}
