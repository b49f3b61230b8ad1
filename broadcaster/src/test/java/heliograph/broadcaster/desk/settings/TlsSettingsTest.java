package heliograph.broadcaster.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The door with TLS, as settings say it. */
class TlsSettingsTest extends WithSurroundings {
    @Test
    void whoTakesAnyFreePortTakesAnyForTlsToo() {
        assertThat(settings("--port", "0").https()).isEqualTo(new Https("0.0.0.0", 0, null, null));
        assertThat(settings("--port", "0", "--https-port", "9443").https())
                .isEqualTo(new Https("0.0.0.0", 9443, null, null));
    }

    @Test
    void tlsCanBeLeftOut() {
        assertThat(settings("--https-port", "none").https()).isNull();
    }

    @Test
    void aCertificateWithoutItsKeyIsAMistakeAndTheOtherWayRound() {
        assertThat(mistakes("--tls-certificate", "c.pem"))
                .containsExactly("--tls-certificate is given, and --tls-key is not. Give both of them, or neither.");
        environment.put("HELIOGRAPH_TLS_KEY", "k.pem");
        assertThat(mistakes())
                .containsExactly(
                        "HELIOGRAPH_TLS_KEY is given, and --tls-certificate is not. Give both of them, or neither.");
    }
}
