package heliograph.broadcaster.desk;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.settings.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int check(String... options) throws InterruptedException {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        Surroundings here = new Surroundings(Map.of(), "Linux", home, Locale.ENGLISH);
        List<String> quiet = List.of("check", "--ice-server", "none", "--network-check", "none", "--port", "0");
        return new CheckCommand(here, terminal)
                .run(Stream.concat(quiet.stream(), Stream.of(options)).toArray(String[]::new));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aLineForEachCheckInTheirOrderAndNothingFailed() throws InterruptedException {
        assertThat(check("--https-port", "none", "--path", "direct")).isZero();
        assertThat(lines())
                .containsExactly(
                        "warning  Kind of NAT: It cannot be told: no STUN server is set.",
                        "         Viewers on the same network need none. For others name two with --ice-server.",
                        "fine     Port TCP: Any free one is taken at the start.",
                        "fine     Firewall: None is in the way: only this computer can come in.",
                        lines().get(4),
                        lines().get(5),
                        "Nothing failed, 2 warnings, 2 fine.");
        assertThat(lines().get(4)).startsWith("warning  Uplink: 30 viewers");
    }

    @Test
    void aBusyPortIsNamedAndEndsWithOne() throws IOException, InterruptedException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            assertThat(check("--https-bind", "127.0.0.1", "--https-port", port)).isEqualTo(Exit.FAILED);
            assertThat(lines())
                    .contains(
                            "failed   Port TCP " + port + ": Another program already uses 127.0.0.1, TCP " + port + ".")
                    .anyMatch(it -> it.contains("--https-port"));
        }
    }

    @Test
    void inChineseTheSentencesStandOneBelowTheOtherAsWell() throws InterruptedException {
        assertThat(check("--language", "zh")).isZero();
        assertThat(lines()).contains("注意     NAT 类型：无法判断：没有设置 STUN 服务器。");
    }

    @Test
    void wrongOptionsAreNamedAndHelpTellsOfIt() throws InterruptedException {
        assertThat(check("--viewers", "many")).isEqualTo(Exit.WRONG_USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--viewers: \"many\" is no number of viewers");
        assertThat(lines()).isEmpty();
        assertThat(check("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"check\" before the options");
    }

    @Test
    void itIsMeantByItsNameInTheFirstPlaceAlone() {
        assertThat(CheckCommand.isMeant("check", "--port", "1")).isTrue();
        assertThat(CheckCommand.isMeant("--camera", "check")).isFalse();
        assertThat(CheckCommand.isMeant()).isFalse();
    }
}
