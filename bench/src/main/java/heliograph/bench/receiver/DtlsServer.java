package heliograph.bench.receiver;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;

/** The server's side of DTLS 1.2 with SRTP (RFC 5764). Lives on a handshake's thread. */
final class DtlsServer extends DefaultTlsServer implements DtlsRole {
    private final Identity identity;
    private final String remoteFingerprint;
    private int profile;
    private @Nullable Srtp srtp;

    DtlsServer(Identity identity, String remoteFingerprint) {
        super(identity.crypto());
        this.identity = identity;
        this.remoteFingerprint = remoteFingerprint;
    }

    @Override
    public DTLSTransport handshake(DatagramTransport transport) throws IOException {
        return new DTLSServerProtocol().accept(this, transport);
    }

    @Override
    public Srtp srtp() {
        if (srtp == null) {
            throw new IllegalStateException("the handshake is not through");
        }
        return srtp;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return DtlsRole.limit();
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
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
        };
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() {
        return identity.signer(context);
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        return new CertificateRequest(
                new short[] {ClientCertificateType.ecdsa_sign},
                TlsUtils.getDefaultSupportedSignatureAlgorithms(context),
                null);
    }

    @Override
    public void notifyClientCertificate(Certificate certificate) throws IOException {
        DtlsRole.verify(certificate, remoteFingerprint);
    }

    @Override
    public Hashtable<?, ?> getServerExtensions() throws IOException {
        UseSRTPData offered = TlsSRTPUtils.getUseSRTPExtension(clientExtensions);
        profile = offered == null
                ? 0
                : Arrays.stream(DtlsRole.profiles())
                        .filter(own ->
                                Arrays.stream(offered.getProtectionProfiles()).anyMatch(theirs -> theirs == own))
                        .findFirst()
                        .orElse(0);
        if (profile == 0) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure, "no use_srtp that we have");
        }
        Hashtable<?, ?> extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getServerExtensions());
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(new int[] {profile}, TlsUtils.EMPTY_BYTES));
        return extensions;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        srtp = Srtp.of(profile, length -> context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, length), false);
    }
}
