package heliograph.signaling.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operator's certificate, in PEM files that may change while the program runs, as a renewal by ACME changes them. Read
 * again each time it is asked, by one thread at a time: a time stamp can stay the same, or belong to a link.
 */
public final class PemFiles implements IdentitySource {
    private static final Logger log = LoggerFactory.getLogger(PemFiles.class);
    private static final long LARGEST = 1 << 20;

    private final Path certificate;
    private final Path key;
    private final InstantSource clock;
    private String read = "";
    private @Nullable TlsIdentity identity;

    /**
     * @param certificate the certificate and, after it, those of its issuers
     * @param key the key to it; may be the same file
     */
    public PemFiles(Path certificate, Path key, InstantSource clock) {
        this.certificate = certificate;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public TlsIdentity current() throws UnusableCertificateException {
        String certificateText = text(certificate);
        String keyText = text(key);
        String both = certificateText + '\0' + keyText;
        TlsIdentity known = identity;
        if (known != null && both.equals(read)) {
            return known;
        }
        TlsIdentity now = new TlsIdentity(key(keyText), chain(certificateText));
        if (!now.keyFits()) {
            throw new UnusableCertificateException(
                    "The key in " + key + " is not that of the first certificate in " + certificate + ".");
        }
        now.expired(clock.instant())
                .ifPresent(it -> log.warn(
                        "certificate: \"{}\" in {} has run out at {}; browsers will warn of it, or refuse it",
                        it.getSubjectX500Principal(),
                        certificate,
                        it.getNotAfter().toInstant()));
        identity = now;
        read = both;
        return now;
    }

    private static String text(Path file) throws UnusableCertificateException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UnusableCertificateException(file + " is too large for a certificate or a key.");
            }
            // Bytes that are no text at all are refused by the parser.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new UnusableCertificateException(file + " is not there.", e);
        } catch (AccessDeniedException e) {
            throw new UnusableCertificateException(file + " may not be read by this program.", e);
        } catch (UnusableCertificateException e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableCertificateException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private List<X509Certificate> chain(String text) throws UnusableCertificateException {
        try {
            List<X509Certificate> chain = Pem.certificates(text);
            if (chain.isEmpty()) {
                throw new UnusableCertificateException(certificate + " holds no certificate in PEM.");
            }
            return inOrder(chain);
        } catch (UnusableCertificateException e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableCertificateException(certificate + " is damaged: " + e.getMessage() + ".", e);
        }
    }

    /** As it is sent: each certificate but the first is the issuer of the one before, and none is there twice (RFC 5246, section 7.4.2). */
    private List<X509Certificate> inOrder(List<X509Certificate> read) throws UnusableCertificateException {
        List<X509Certificate> chain = List.copyOf(new LinkedHashSet<>(read));
        for (int i = 1; i < chain.size(); i++) {
            X500Principal issuer = chain.get(i - 1).getIssuerX500Principal();
            X500Principal next = chain.get(i).getSubjectX500Principal();
            if (!issuer.equals(next)) {
                throw new UnusableCertificateException("The certificates in " + certificate
                        + " are not in order: number " + i + " was issued by \"" + issuer + "\", and after it comes \""
                        + next + "\". The server's own comes first, and each one's issuer after it.");
            }
        }
        return chain;
    }

    private PrivateKey key(String text) throws UnusableCertificateException {
        try {
            return Pem.key(text)
                    .orElseThrow(() -> new UnusableCertificateException(key + " holds no private key in PEM."));
        } catch (Pem.EncryptedKeyException e) {
            throw new UnusableCertificateException(
                    "The key in " + key
                            + " is locked with a password, which nobody could type at a restart; unlock it with"
                            + " openssl pkey -in " + key + " -out NEW-FILE, and close that file with chmod 600.",
                    e);
        } catch (UnusableCertificateException e) {
            throw e;
        } catch (IOException e) {
            // Without the parser's words: they could quote what stands in the file.
            throw new UnusableCertificateException("The key in " + key + " is damaged.", e);
        }
    }
}
