package heliograph.broadcaster.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.room.PathPolicy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathSettingsTest extends WithSurroundings {
    private RelaySettings relay(String... args) {
        return Objects.requireNonNull(settings(args).relay());
    }

    @Test
    void theFirstThreeAreDirectAndTheRelaysPortIsThatOfHttps() {
        assertThat(settings().paths()).isEqualTo(new PathPolicy(PathPolicy.Choice.AUTO, 3));
        assertThat(relay()).isEqualTo(new RelaySettings(8443, false, null));
    }

    @Test
    void whoTakesAnyFreePortTakesAnyForTheRelayToo() {
        assertThat(relay("--port", "0").port()).isZero();
    }

    @Test
    void thereIsNoRelayWhereEverybodyIsDirect() {
        assertThat(settings("--path", "direct").relay()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, ::1, true",
        "localhost, localhost, true",
        "127.0.0.1, 0.0.0.0, false",
        "0.0.0.0, 127.0.0.1, false",
        "192.0.2.1, 127.0.0.1, false"
    })
    void onlyWhereNobodyComesInFromOutsideTheRelayServesTheLoopbackToo(
            String bind, String https, boolean onThisMachine) {
        assertThat(relay("--bind", bind, "--https-bind", https).onThisMachine()).isEqualTo(onThisMachine);
    }

    @Test
    void withoutTlsThePlainDoorDecides() {
        assertThat(relay("--https-port", "none").onThisMachine()).isTrue();
    }

    @Test
    void behindAReverseProxyOnThisMachineViewersAreElsewhere() {
        assertThat(relay("--https-port", "none", "--allowed-origin", "https://cam.example.org")
                        .onThisMachine())
                .isFalse();
        assertThat(relay("--https-port", "none", "--trusted-proxy", "127.0.0.1").onThisMachine())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 0",
        "203.0.113.7:40000, 203.0.113.7, 40000",
        "2001:db8::7, 2001:db8::7, 0",
        "[2001:db8::7]:40000, 2001:db8::7, 40000",
        "[2001:db8::7], 2001:db8::7, 0"
    })
    void aForwardedAddressMayHaveAPortOfItsOwn(String given, String address, int port) {
        assertThat(relay("--public-address", given).publicAddress()).isEqualTo(new InetSocketAddress(address, port));
    }

    @Test
    void theEnvironmentAndTheFileSayTheSame() throws IOException {
        environment.put("HELIOGRAPH_PATH", "relay");
        environment.put("HELIOGRAPH_RELAY_PORT", "7001");
        file("direct-viewers=7", "public-address=203.0.113.9");
        assertThat(settings().paths()).isEqualTo(new PathPolicy(PathPolicy.Choice.RELAY, 7));
        assertThat(relay()).isEqualTo(new RelaySettings(7001, false, new InetSocketAddress("203.0.113.9", 0)));
    }
}
