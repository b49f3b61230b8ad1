package heliograph.relay.dtls;

import heliograph.relay.srtp.ProtectionProfile;
import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.jspecify.annotations.Nullable;

/** The active side (RFC 5763, section 5). On the thread that handshakes. */
final class DtlsClient extends DefaultTlsClient implements DtlsPeer {
    private final DtlsIdentity identity;
    private final Fingerprint expected;
    private final List<ProtectionProfile> profiles;
    private @Nullable ProtectionProfile chosen;
    private @Nullable SrtpKeys keys;
    private int leastFragment;

    DtlsClient(DtlsIdentity identity, Fingerprint expected, List<ProtectionProfile> profiles) {
        super(identity.crypto());
        this.identity = identity;
        this.expected = expected;
        this.profiles = profiles;
    }

    @Override
    public DTLSTransport handshake(DatagramTransport transport) throws IOException {
        return new DTLSClientProtocol().connect(this, transport);
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
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
        };
    }

    @Override
    public Hashtable<?, ?> getClientExtensions() throws IOException {
        var extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
        TlsSRTPUtils.addUseSRTPExtension(extensions, UseSrtp.of(profiles));
        return extensions;
    }

    /** The raw type is the library's: with any other this would not be its method. */
    @Override
    @SuppressWarnings("rawtypes")
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        chosen = UseSrtp.choose(profiles, TlsSRTPUtils.getUseSRTPExtension(extensions));
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
                DtlsPeer.check(certificate.getCertificate(), expected);
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                return identity.signer(context);
            }
        };
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
