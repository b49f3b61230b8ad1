package heliograph.broadcaster.desk.check;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.check.FirewallCheck.Door;
import heliograph.broadcaster.desk.check.PortCheck.Protocol;
import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which checks settings come to, and those that ask no network. */
class ChecksTest {
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    @TempDir
    Path root;

    private List<Check> checks(String... args) {
        Map<String, String> environment = Map.of("HELIOGRAPH_TURN_USER", "u", "HELIOGRAPH_TURN_PASSWORD", "topsecret");
        Intent intent =
                new SettingsReader(new Surroundings(environment, "Linux", root, Locale.ENGLISH), "1").read(args);
        Settings settings = ((Intent.Run) intent).settings();
        return Checks.of(settings, settings.video().bitrate(), Held.NOTHING, Instant.EPOCH);
    }

    private List<String> titles(String... args) {
        return checks(args).stream().map(it -> it.title().in(WORDS)).toList();
    }

    @Test
    void theyAreOfWhatAStartWouldUse() {
        assertThat(titles("--turn-server", "turn:t.example?transport=tcp"))
                .containsExactly(
                        "Internet",
                        "STUN stun.l.google.com:19302 (UDP)",
                        "Kind of NAT",
                        "TURN t.example:3478 (TCP)",
                        "Port TCP 8080",
                        "Port TCP 8443",
                        "Port UDP 8443",
                        "Firewall",
                        "Uplink");
        assertThat(titles(
                        "--ice-server", "none", "--network-check", "none", "--https-port", "none", "--path", "direct"))
                .containsExactly("Kind of NAT", "Port TCP 8080", "Firewall", "Uplink");
    }

    @Test
    void aTurnServerOverUdpIsAskedForTheKindOfNatAsWell() {
        NatCheck nat = (NatCheck) checks("--turn-server", "turn:t.example", "--turn-server", "turns:t.example")
                .get(2);
        assertThat(nat.servers()).hasSize(2).allMatch(it -> !it.tcp());
    }

    @Test
    void noPasswordIsInWhatACheckSaysOfItself() {
        assertThat(checks("--turn-server", "turn:t.example").toString()).doesNotContain("topsecret");
    }

    private String firewall(String... args) throws InterruptedException {
        return ((FirewallCheck) checks(args).get(checks(args).size() - 2))
                .look()
                .found()
                .in(WORDS);
    }

    @Test
    void aFirewallHasToLetInWhatIsForOthersAndNothingElse() throws InterruptedException {
        assertThat(firewall("--https-bind", "127.0.0.1")).contains("only this computer");
        assertThat(firewall("--port", "0")).contains("others at each start");
        List<Door> doors = ((FirewallCheck) checks("--udp-ports", "50000-50100").get(6)).doors();
        assertThat(doors)
                .containsExactly(
                        new Door(Protocol.TCP, "8443"),
                        new Door(Protocol.UDP, "8443"),
                        new Door(Protocol.UDP, "50000-50100"));
    }

    private String advice(Firewall firewall) {
        List<Door> doors = List.of(new Door(Protocol.TCP, "8443"), new Door(Protocol.UDP, "50000-50100"));
        return new FirewallCheck(doors, false, () -> firewall)
                .look()
                .advice()
                .orElseThrow()
                .in(WORDS);
    }

    @Test
    void eachFirewallIsToldInItsOwnWords() {
        assertThat(advice(Firewall.UFW)).endsWith("sudo ufw allow 8443/tcp && sudo ufw allow 50000:50100/udp");
        assertThat(advice(Firewall.FIREWALLD))
                .endsWith("sudo firewall-cmd --permanent --add-port=8443/tcp --add-port=50000-50100/udp"
                        + " && sudo firewall-cmd --reload");
        assertThat(advice(Firewall.NFTABLES)).endsWith("tcp dport 8443 accept; udp dport 50000-50100 accept");
        assertThat(advice(Firewall.UNSEEN)).contains("TCP 8443, UDP 50000-50100");
    }

    @Test
    void aFirewallThatWasNotFoundInTimeIsStillTold() {
        List<Door> doors = List.of(new Door(Protocol.TCP, "8443"));
        FirewallCheck check = new FirewallCheck(doors, false, () -> {
            throw new AssertionError("that is what takes too long");
        });
        assertThat(check.late().advice().orElseThrow().in(WORDS)).contains("TCP 8443");
    }

    @Test
    void aFirewallIsSeenByWhatEverybodyMayRead() throws IOException {
        assertThat(Firewall.of("Linux", root)).isEqualTo(Firewall.UNSEEN);
        Path units = Files.createDirectories(root.resolve("run/systemd/units"));
        Files.createSymbolicLink(units.resolve("invocation:nftables.service"), Path.of("8f1c"));
        assertThat(Firewall.of("Linux", root)).isEqualTo(Firewall.NFTABLES);
        Files.createSymbolicLink(units.resolve("invocation:firewalld.service"), Path.of("8f1d"));
        assertThat(Firewall.of("Linux", root)).isEqualTo(Firewall.FIREWALLD);
        Path ufw = Files.createDirectories(root.resolve("etc/ufw")).resolve("ufw.conf");
        Files.writeString(ufw, "# ENABLED=yes\nENABLED=no\n");
        assertThat(Firewall.of("Linux", root)).isEqualTo(Firewall.FIREWALLD);
        Files.writeString(ufw, "ENABLED=yes\n");
        assertThat(Firewall.of("Linux", root)).isEqualTo(Firewall.UFW);
        assertThat(Firewall.of("Windows 11", root)).isEqualTo(Firewall.WINDOWS);
    }

    private String uplink(String... args) throws InterruptedException {
        List<Check> all = checks(args);
        return all.get(all.size() - 1).look().found().in(WORDS);
    }

    @Test
    void theUplinkIsReckonedAndHeldAgainstTheContract() throws InterruptedException {
        assertThat(uplink()).startsWith("30 viewers at the same time need 76.9 Mbit/s up. What there is, nobody said");
        assertThat(uplink("--viewers", "1", "--bitrate", "936", "--uplink", "1"))
                .isEqualTo("One viewer needs 1 of 1 Mbit/s up.");
        assertThat(uplink("--viewers", "2", "--bitrate", "936", "--uplink", "1"))
                .isEqualTo("2 viewers at the same time need 2 Mbit/s up, and there are 1.");
        assertThat(uplink("--max-viewers", "4")).startsWith("4 viewers");
    }
}
