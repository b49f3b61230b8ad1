package heliograph.bench.receiver;

import java.io.IOException;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.TlsFatalAlert;

/** Which side of the DTLS handshake a receiver takes: whichever the answer leaves (RFC 5763, section 5). Lives on a handshake's thread. */
sealed interface DtlsRole permits DtlsClient, DtlsServer {
    /** What is offered and taken, the best first (RFC 5764, section 4.1.2, and RFC 7714). */
    static int[] profiles() {
        return new int[] {SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM, SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80
        };
    }

    /** Longest that a handshake may take, in milliseconds. */
    static int limit() {
        return 20_000;
    }

    /** The handshake; blocks until it is through. */
    DTLSTransport handshake(DatagramTransport transport) throws IOException;

    /** What it has agreed on; after the handshake. */
    Srtp srtp();

    /** Refuses a certificate that is not the one in the answer (RFC 8122, section 6.2). */
    static void verify(Certificate certificate, String fingerprint) throws IOException {
        if (certificate.isEmpty()
                || !Identity.fingerprint(certificate.getCertificateAt(0).getEncoded())
                        .equalsIgnoreCase(fingerprint)) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate);
        }
    }
}
