package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * The program's own certificate and its key, as they are in the data folder; immutable.
 *
 * @param key the lines of the key
 * @param certificate the leaf
 */
record TlsFile(List<String> key, Certificate certificate) {
    private static final Pattern KEY = Pattern.compile("-----BEGIN (?:EC )?PRIVATE KEY-----([^-]+)-----END");
    private static final Pattern CERTIFICATE = Pattern.compile("-----BEGIN CERTIFICATE-----([^-]+)-----END");

    static TlsFile in(Path data) throws IOException, GeneralSecurityException {
        String pem = Files.readString(data.resolve("tls.pem"));
        Matcher key = KEY.matcher(pem);
        Matcher certificate = CERTIFICATE.matcher(pem);
        assertThat(key.find() && certificate.find()).isTrue();
        byte[] der = Base64.getMimeDecoder().decode(certificate.group(1));
        return new TlsFile(
                key.group(1).strip().lines().toList(),
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
    }

    /** Makes a handshake, in which the door proves that it has the key to this certificate; fails with any other. */
    void handshake(URI door) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("own", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(door.getHost(), door.getPort())) {
            socket.startHandshake();
        }
    }
}
