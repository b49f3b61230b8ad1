package heliograph.signaling.http;

import heliograph.signaling.tls.TlsIdentity;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** How the server speaks TLS (RFC 9325): 1.2 and 1.3, with forward secrecy and authenticated encryption alone. Any thread. */
public final class TlsContext {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] CIPHER_SUITES = {
        "TLS_AES_128_GCM_SHA256",
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    };

    /** Jetty wants a store to have one; the store never leaves the memory. */
    private static final String IN_MEMORY = "in-memory";

    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private volatile boolean vouchedFor;

    /** Shows this identity until another is put in. */
    public TlsContext(TlsIdentity identity) {
        factory.setIncludeProtocols(PROTOCOLS);
        factory.setIncludeCipherSuites(CIPHER_SUITES);
        factory.setRenegotiationAllowed(false);
        factory.setSniRequired(false);
        put(factory, identity);
        vouchedFor = !identity.isSelfSigned();
    }

    /** Shows another identity to whoever connects from now on; connections that are open stay. */
    public void use(TlsIdentity identity) {
        try {
            factory.reload(it -> put((SslContextFactory.Server) it, identity));
            vouchedFor = !identity.isSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException("the certificate cannot be put in: " + e.getMessage(), e);
        }
    }

    /** Whether somebody else vouches for the certificate, so that browsers may be told to insist on it. */
    public boolean isVouchedFor() {
        return vouchedFor;
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    private static void put(SslContextFactory.Server factory, TlsIdentity identity) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            X509Certificate[] chain = identity.chain().toArray(X509Certificate[]::new);
            store.setKeyEntry("heliograph", identity.key(), IN_MEMORY.toCharArray(), chain);
            factory.setKeyStore(store);
            factory.setKeyStorePassword(IN_MEMORY);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("a store in memory can hold what was read", e);
        }
    }
}
