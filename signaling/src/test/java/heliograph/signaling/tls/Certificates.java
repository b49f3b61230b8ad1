package heliograph.signaling.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys and certificates as an operator would have them, made for one test. Holds nothing. */
public final class Certificates {
    /** What they stand for. */
    public static final String NAME = "cam.example.org";

    private static final String ISSUER = "CN=An issuer";

    private Certificates() {}

    /** A key of the algorithm {@code EC} or {@code RSA}. */
    public static KeyPair key(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    /** One that an issuer vouches for. */
    public static X509Certificate issued(KeyPair key, KeyPair issuer) throws Exception {
        return certificate(key, "CN=" + NAME, ISSUER, issuer);
    }

    /** What {@link #issued} says of its issuer, vouching for itself. */
    public static X509Certificate issuer(KeyPair key) throws Exception {
        return certificate(key, ISSUER, ISSUER, key);
    }

    /** One that vouches for itself. */
    public static X509Certificate selfSigned(KeyPair key) throws Exception {
        return certificate(key, "CN=" + NAME, "CN=" + NAME, key);
    }

    private static X509Certificate certificate(KeyPair key, String subject, String issuerName, KeyPair issuer)
            throws Exception {
        Instant now = Instant.now();
        String algorithm = issuer.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "*." + NAME), new GeneralName(GeneralName.dNSName, NAME)
        };
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                new X500Name(issuerName),
                                new BigInteger(64, new SecureRandom()),
                                Date.from(now.minusSeconds(3600)),
                                Date.from(now.plusSeconds(3600)),
                                new X500Name(subject),
                                key.getPublic())
                        .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
                        .build(new JcaContentSignerBuilder(algorithm).build(issuer.getPrivate())));
    }

    /** The key, as PKCS#8. */
    public static String pem(KeyPair key) throws IOException {
        return pem(new PemObject("PRIVATE KEY", key.getPrivate().getEncoded()));
    }

    /** The certificate. */
    public static String pem(X509Certificate certificate) throws Exception {
        return pem(new PemObject("CERTIFICATE", certificate.getEncoded()));
    }

    static String pem(PemObjectGenerator block) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(block);
        }
        return text.toString();
    }
}
