package heliograph.relay.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final byte[] CERTIFICATE = "certificate".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(strings = {"sha-256", "SHA-256", "sha-384", "sha-512"})
    void aCertificateIsKnownByItsHash(String function) throws Exception {
        String hash = HexFormat.ofDelimiter(":")
                .formatHex(MessageDigest.getInstance(function.toUpperCase(Locale.ROOT))
                        .digest(CERTIFICATE));
        Fingerprint lower = Fingerprint.read(function + " " + hash).orElseThrow();
        Fingerprint upper =
                Fingerprint.read(function + " " + hash.toUpperCase(Locale.ROOT)).orElseThrow();
        assertThat(lower.matches(CERTIFICATE)).isTrue();
        assertThat(upper.matches(CERTIFICATE)).isTrue();
        assertThat(lower.matches(new byte[3])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-256 ",
                "sha-256 00",
                "sha-256 zz:zz",
                "sha-1 A9:99:3E:36:47:06:81:6A:BA:3E:25:71:78:50:C2:6C:9C:D0:D8:9D",
                "md5 90:01:50:98:3C:D2:4F:B0:D6:96:3F:7D:28:E1:7F:72",
            })
    void whatIsNoHashThatIsTakenIsRefused(String value) {
        assertThat(Fingerprint.read(value)).isEmpty();
    }
}
