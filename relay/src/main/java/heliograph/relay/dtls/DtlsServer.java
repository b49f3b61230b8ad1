package heliograph.relay.dtls;

import heliograph.relay.srtp.ProtectionProfile;
import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.jspecify.annotations.Nullable;

/** The passive side (RFC 5763, section 5). On the thread that handshakes. */
final class DtlsServer extends DefaultTlsServer implements DtlsPeer {
    private final DtlsIdentity identity;
    private final Fingerprint expected;
    private final List<ProtectionProfile> profiles;
    private @Nullable ProtectionProfile chosen;
    private @Nullable SrtpKeys keys;
    private int leastFragment;

    DtlsServer(DtlsIdentity identity, Fingerprint expected, List<ProtectionProfile> profiles) {
        super(identity.crypto());
        this.identity = identity;
        this.expected = expected;
        this.profiles = profiles;
    }

    @Override
    public DTLSTransport handshake(DatagramTransport transport) throws IOException {
        return new DTLSServerProtocol().accept(this, transport);
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
        };
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return identity.signer(context);
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        return new CertificateRequest(
                new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
                TlsUtils.getDefaultSupportedSignatureAlgorithms(context),
                null);
    }

    @Override
    public void notifyClientCertificate(Certificate certificate) throws IOException {
        DtlsPeer.check(certificate, expected);
    }

    @Override
    public Hashtable<?, ?> getServerExtensions() throws IOException {
        var extensions = super.getServerExtensions();
        chosen = UseSrtp.choose(profiles, TlsSRTPUtils.getUseSRTPExtension(clientExtensions));
        TlsSRTPUtils.addUseSRTPExtension(extensions, UseSrtp.of(List.of(chosen)));
        return extensions;
    }

    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return HANDSHAKE_TIMEOUT_MILLIS;
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return FIRST_RESEND_MILLIS;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        leastFragment =
                DtlsPeer.leastFragment(context.getSecurityParametersConnection().getCipherSuite());
        if (chosen != null) {
            keys = SrtpKeys.export(context, chosen);
        }
    }

    @Override
    public int leastFragment() {
        return leastFragment;
    }

    @Override
    public Optional<SrtpKeys> keys() {
        return Optional.ofNullable(keys);
    }
}
