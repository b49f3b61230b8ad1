package heliograph.signaling.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A private key and the certificate for it, with those that lead to its issuer. Immutable; any thread.
 *
 * @param chain the certificate itself first, as TLS sends it (RFC 8446, section 4.4.2)
 */
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {
    private static final int DNS_NAME = 2;
    private static final byte[] PROBE = "heliograph".getBytes(StandardCharsets.US_ASCII);

    public TlsIdentity {
        chain = List.copyOf(chain);
    }

    /** The certificate that names this server. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The first of the chain that has run out by now. */
    Optional<X509Certificate> expired(Instant now) {
        return chain.stream()
                .filter(it -> it.getNotAfter().toInstant().isBefore(now))
                .findFirst();
    }

    /** SHA-256 over the certificate, in the form in which browsers show it. */
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256, and what was read can be written", e);
        }
    }

    /** Whether it vouches for itself: then no browser trusts it before somebody told it to. */
    public boolean isSelfSigned() {
        X509Certificate certificate = certificate();
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The first name that it stands for and that can be opened in a browser, which a wildcard cannot. */
    public Optional<String> name() {
        try {
            Collection<List<?>> names = certificate().getSubjectAlternativeNames();
            return names == null
                    ? Optional.empty()
                    : names.stream()
                            .filter(it -> Objects.equals(it.get(0), DNS_NAME))
                            .map(it -> String.valueOf(it.get(1)))
                            .filter(it -> !it.startsWith("*"))
                            .findFirst();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }

    /** Whether it names this very host, as a URL has it: a name, or an address, of IPv6 in brackets and in full. Looks at no wildcards. */
    public boolean standsFor(String host) {
        String bare = host.replaceAll("[\\[\\]]", "");
        return SelfSigned.subjects(certificate()).stream()
                .anyMatch(subject -> String.valueOf(subject).equalsIgnoreCase(bare));
    }

    /** Whether the key is the certificate's, whatever the algorithm: what the one signs, the other must find good. */
    boolean keyFits() {
        PublicKey open = certificate().getPublicKey();
        String algorithm = switch (open.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> open.getAlgorithm();
        };
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(PROBE);
            byte[] signature = signing.sign();
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(open);
            verifying.update(PROBE);
            return verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "TlsIdentity[" + certificate().getSubjectX500Principal() + "]";
    }
}
