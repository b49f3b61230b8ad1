package heliograph.relay.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.srtp.ProtectionProfile;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.CipherType;
import org.bouncycastle.tls.TlsUtils;
import org.junit.jupiter.api.Test;

/** What is offered and taken: with CBC the library would end an association for a record of a length that nobody protected. */
class SuitesTest {
    private final DtlsIdentity identity = DtlsIdentity.create(InstantSource.system());
    private final List<ProtectionProfile> profiles = List.of(ProtectionProfile.values());

    @Test
    void theServerTakesNothingButAead() {
        assertAead(new DtlsServer(identity, identity.sha256(), profiles).getSupportedCipherSuites());
    }

    @Test
    void theClientOffersNothingButAead() {
        assertAead(new DtlsClient(identity, identity.sha256(), profiles).getSupportedCipherSuites());
    }

    private static void assertAead(int... suites) {
        assertThat(suites)
                .as("the suite that every WebRTC endpoint has (RFC 8827, section 6.5)")
                .contains(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256);
        for (int suite : suites) {
            assertThat(TlsUtils.getCipherType(suite)).isEqualTo(CipherType.aead);
        }
    }
}
