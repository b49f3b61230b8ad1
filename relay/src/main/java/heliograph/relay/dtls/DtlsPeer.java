package heliograph.relay.dtls;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.TlsFatalAlert;

/** One side of a handshake, server or client. On the thread that handshakes. */
interface DtlsPeer {
    /** A browser's own limit. A remote that is gone lets go of its thread earlier: its checks stop. */
    int HANDSHAKE_TIMEOUT_MILLIS = 30_000;

    /** The first of several resends; each waits twice as long as the one before (RFC 6347, section 4.2.4.1). */
    int FIRST_RESEND_MILLIS = 400;

    DTLSTransport handshake(DatagramTransport transport) throws IOException;

    /** What SRTP gets, after the handshake. */
    Optional<SrtpKeys> keys();

    /** How long a record's content is at least, after the handshake. */
    int leastFragment();

    /**
     * What the suite adds to a record (RFC 5288, section 3; RFC 7905, section 2). All are AEAD: with CBC a record's length has to be one
     * of many rather than beyond one, and the library ends the association for any other.
     */
    static int leastFragment(int cipherSuite) {
        return switch (cipherSuite) {
            case CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                    CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 -> 16;
            default -> 24;
        };
    }

    /** The certificate must be the one that the description told of (RFC 5763, section 5). */
    static void check(Certificate certificate, Fingerprint expected) throws IOException {
        if (certificate.isEmpty()) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "no certificate");
        }
        if (!expected.matches(certificate.getCertificateAt(0).getEncoded())) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "not the certificate in the description");
        }
    }
}
