package heliograph.signaling.tls;

import static heliograph.signaling.tls.Certificates.issued;
import static heliograph.signaling.tls.Certificates.issuer;
import static heliograph.signaling.tls.Certificates.key;
import static heliograph.signaling.tls.Certificates.pem;
import static heliograph.signaling.tls.Certificates.selfSigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heliograph.signaling.http.TlsContext;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "EC,PRIVATE KEY",
        "EC,EC PRIVATE KEY",
        "RSA,PRIVATE KEY",
        "RSA,RSA PRIVATE KEY",
    })
    void aKeyIsReadInEveryFormThatToolsWrite(String algorithm, String form) throws Exception {
        KeyPair key = key(algorithm);
        String text = switch (form) {
            case "EC PRIVATE KEY" ->
                "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + pem(sec1(key));
            // PKCS#1 is what is inside of PKCS#8.
            case "RSA PRIVATE KEY" ->
                pem(new PemObject(
                        form,
                        PrivateKeyInfo.getInstance(key.getPrivate().getEncoded())
                                .parsePrivateKey()
                                .toASN1Primitive()
                                .getEncoded()));
            default -> pem(key);
        };
        assertThat(text).contains("BEGIN " + form);
        X509Certificate certificate = selfSigned(key);
        TlsIdentity identity = files(pem(certificate), text).current();
        assertThat(identity.certificate()).isEqualTo(certificate);
        assertThat(identity.keyFits()).isTrue();
    }

    @Test
    void theIssuersComeAlong() throws Exception {
        KeyPair key = key("EC");
        KeyPair issuerKey = key("EC");
        X509Certificate issuer = issuer(issuerKey);
        PemFiles files = files("some words before\n" + pem(issued(key, issuerKey)) + pem(issuer), pem(key));
        assertThat(files.current().chain()).hasSize(2).endsWith(issuer);
    }

    @Test
    void aCertificateThatIsThereTwiceIsSentOnceAndTlsTakesTheChain() throws Exception {
        KeyPair key = key("EC");
        KeyPair issuerKey = key("EC");
        X509Certificate issuer = issuer(issuerKey);
        X509Certificate own = issued(key, issuerKey);
        TlsIdentity identity =
                files(pem(own) + pem(own) + pem(issuer) + pem(issuer), pem(key)).current();
        assertThat(identity.chain()).containsExactly(own, issuer);
        assertThat(new TlsContext(identity).isVouchedFor()).isTrue();
    }

    @Test
    void aChainInAnotherOrderIsSaidSoWithTheNames() throws Exception {
        KeyPair key = key("EC");
        KeyPair issuerKey = key("EC");
        String own = pem(issued(key, issuerKey));
        String issuer = pem(issuer(issuerKey));
        String stranger = pem(selfSigned(key("EC")));
        assertThatThrownBy(files(own + stranger + issuer, pem(key))::current)
                .isInstanceOf(UnusableCertificateException.class)
                .hasMessageMatching(
                        "The certificates in .*crt are not in order: number 1 was issued by \"CN=An issuer\","
                                + " and after it comes \"CN=cam.example.org\"\\. .*");
        assertThatThrownBy(files(issuer + own, pem(issuerKey))::current)
                .isInstanceOf(UnusableCertificateException.class)
                .hasMessageContaining("not in order");
    }

    @Test
    void oneThatHasRunOutIsKnownAndShown() throws Exception {
        KeyPair key = key("EC");
        TlsIdentity identity = files(pem(selfSigned(key)), pem(key)).current();
        assertThat(identity.expired(Instant.now())).isEmpty();
        assertThat(identity.expired(Instant.now().plusSeconds(7200))).hasValue(identity.certificate());
    }

    @Test
    void oneFileMayHoldBoth() throws Exception {
        KeyPair key = key("EC");
        Path both = folder.resolve("both.pem");
        Files.writeString(both, pem(key) + pem(selfSigned(key)));
        assertThat(new PemFiles(both, both, InstantSource.system()).current().chain())
                .hasSize(1);
    }

    @Test
    void whatChangesIsReadAgainAndWhatDoesNotIsTheSame() throws Exception {
        KeyPair key = key("EC");
        PemFiles files = files(pem(selfSigned(key)), pem(key));
        TlsIdentity first = files.current();
        assertThat(files.current()).isSameAs(first);
        X509Certificate renewed = selfSigned(key);
        Files.writeString(folder.resolve("crt"), pem(renewed));
        assertThat(files.current().certificate()).isEqualTo(renewed);
    }

    @Test
    void aKeyOfAnotherCertificateIsSaidSo() throws Exception {
        for (String other : new String[] {"EC", "RSA"}) {
            PemFiles files = files(pem(selfSigned(key("EC"))), pem(key(other)));
            assertThatThrownBy(files::current)
                    .isInstanceOf(UnusableCertificateException.class)
                    .hasMessageMatching("The key in .*key is not that of the first certificate in .*crt\\.");
        }
    }

    @Test
    void aKeyThatIsLockedIsSaidSoWithWhatToDo() throws Exception {
        KeyPair key = key("EC");
        String locked = pem(new JcaPKCS8Generator(
                key.getPrivate(),
                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                        .setProvider(new BouncyCastleProvider())
                        .setPassword("open sesame".toCharArray())
                        .build()));
        assertThat(locked).contains("ENCRYPTED PRIVATE KEY");
        PemFiles files = files(pem(selfSigned(key)), locked);
        assertThatThrownBy(files::current)
                .isInstanceOf(UnusableCertificateException.class)
                .hasMessageContainingAll("locked with a password", "openssl pkey -in " + folder.resolve("key"));
    }

    @Test
    void aKeyThatIsLockedAsOpensslOnceDidIsSaidSoToo() throws Exception {
        String locked = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,"
                + "00112233445566778899AABBCCDDEEFF\n\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
                + "-----END RSA PRIVATE KEY-----\n";
        PemFiles files = files(pem(selfSigned(key("RSA"))), locked);
        assertThatThrownBy(files::current).hasMessageContaining("locked with a password");
    }

    @Test
    void whatIsMissingOrNoneIsSaidSo() throws Exception {
        KeyPair key = key("EC");
        String certificate = pem(selfSigned(key));
        Path none = folder.resolve("none");
        Path crt = folder.resolve("crt");
        assertThatThrownBy(() -> new PemFiles(none, none, InstantSource.system()).current())
                .hasMessage(none + " is not there.");
        assertThatThrownBy(() -> files("rubbish", pem(key)).current())
                .hasMessage(crt + " holds no certificate in PEM.");
        assertThatThrownBy(() -> files(certificate, certificate).current())
                .hasMessage(folder.resolve("key") + " holds no private key in PEM.");
        assertThatThrownBy(() -> files(certificate.replaceAll("\\nM.*", "\nMAAA"), pem(key))
                        .current())
                .hasMessageContaining(crt + " ");
        Files.write(crt, new byte[2 << 20]);
        assertThatThrownBy(() -> new PemFiles(crt, crt, InstantSource.system()).current())
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> new PemFiles(folder, folder, InstantSource.system()).current())
                .hasMessageContaining("cannot be read");
    }

    @Test
    void noWordOfADamagedKeyIsRepeated() throws Exception {
        String secret = "MHcCAQEEIFVubGlrZWx5IHRvIGJlIGEga2V5";
        PemFiles files = files(
                pem(selfSigned(key("EC"))),
                "-----BEGIN EC PRIVATE KEY-----\n" + secret + "\n-----END EC PRIVATE KEY-----\n");
        assertThatThrownBy(files::current)
                .hasMessage("The key in " + folder.resolve("key") + " is damaged.")
                .hasMessageNotContaining(secret);
    }

    @Test
    void theNameToOpenIsTheCertificatesOwnAndNoWildcard() throws Exception {
        KeyPair key = key("EC");
        assertThat(files(pem(selfSigned(key)), pem(key)).current().name()).hasValue(Certificates.NAME);
    }

    @Test
    void whetherSomebodyElseVouchesForItIsKnown() throws Exception {
        KeyPair key = key("EC");
        assertThat(files(pem(selfSigned(key)), pem(key)).current().isSelfSigned())
                .isTrue();
        assertThat(files(pem(issued(key, key("RSA"))), pem(key)).current().isSelfSigned())
                .isFalse();
    }

    private PemFiles files(String certificate, String key) throws Exception {
        Files.writeString(folder.resolve("crt"), certificate, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("key"), key, StandardCharsets.UTF_8);
        return new PemFiles(folder.resolve("crt"), folder.resolve("key"), InstantSource.system());
    }

    /** RFC 5915. */
    private static PemObject sec1(KeyPair key) throws Exception {
        BigInteger secret = ((java.security.interfaces.ECPrivateKey) key.getPrivate()).getS();
        byte[] bytes = new ECPrivateKey(256, secret, SECObjectIdentifiers.secp256r1).getEncoded();
        return new PemObject("EC PRIVATE KEY", bytes);
    }
}
