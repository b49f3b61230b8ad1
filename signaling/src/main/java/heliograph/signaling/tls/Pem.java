package heliograph.signaling.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Certificates and keys as text (RFC 7468). Holds nothing; any thread. */
final class Pem {
    private Pem() {}

    /** All certificates of the text, in their order. */
    static List<X509Certificate> certificates(String text) throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        for (Object block : blocks(text)) {
            if (block instanceof X509CertificateHolder holder) {
                try {
                    found.add(converter.getCertificate(holder));
                } catch (GeneralSecurityException e) {
                    throw new IOException(e.getMessage(), e);
                }
            }
        }
        return found;
    }

    /**
     * The first private key of the text: PKCS#8, SEC 1 or PKCS#1.
     *
     * @throws EncryptedKeyException when it is locked with a password
     */
    static Optional<PrivateKey> key(String text) throws IOException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        for (Object block : blocks(text)) {
            if (block instanceof PrivateKeyInfo info) {
                return Optional.of(converter.getPrivateKey(info));
            } else if (block instanceof PEMKeyPair pair) {
                return Optional.of(converter.getPrivateKey(pair.getPrivateKeyInfo()));
            } else if (block instanceof PEMEncryptedKeyPair || block instanceof PKCS8EncryptedPrivateKeyInfo) {
                throw new EncryptedKeyException();
            }
        }
        return Optional.empty();
    }

    /** As PKCS#8. */
    static String write(PrivateKey key) throws IOException {
        return text(new PemObject("PRIVATE KEY", key.getEncoded()));
    }

    static String write(X509Certificate certificate) throws IOException {
        try {
            return text(new PemObject("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String text(PemObject block) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(block);
        }
        return text.toString();
    }

    private static List<Object> blocks(String text) throws IOException {
        List<Object> blocks = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                blocks.add(block);
            }
        } catch (RuntimeException e) {
            // That is how the parser says of some texts that they are none.
            throw new IOException(e.getMessage(), e);
        }
        return blocks;
    }

    /** There is a key, locked with a password. */
    static final class EncryptedKeyException extends IOException {}
}
