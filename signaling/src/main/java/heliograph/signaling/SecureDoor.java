package heliograph.signaling;

import heliograph.signaling.SignalingStartException.Reason;
import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.http.TlsContext;
import heliograph.signaling.http.WebServer;
import heliograph.signaling.tls.CertificateWatch;
import heliograph.signaling.tls.IdentitySource;
import heliograph.signaling.tls.MachineNames;
import heliograph.signaling.tls.OwnCertificate;
import heliograph.signaling.tls.PemFiles;
import heliograph.signaling.tls.TlsIdentity;
import heliograph.signaling.tls.UnusableCertificateException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's door with TLS, and its certificate, which may change while it is open. Any thread. */
final class SecureDoor implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SecureDoor.class);

    private final InetAddress address;
    private final ServerConnector connector;
    private final TlsContext tls;
    private final CertificateWatch watch;
    private volatile @Nullable Consumer<Links.Secure> listener;
    private volatile TlsIdentity shown;

    private SecureDoor(
            InetAddress address, ServerConnector connector, TlsContext tls, IdentitySource source, TlsIdentity shown) {
        this.address = address;
        this.connector = connector;
        this.tls = tls;
        this.watch = new CertificateWatch(source, this::looked);
        this.shown = shown;
    }

    /** Adds it to a server that is not started. */
    static SecureDoor build(HttpsSettings https, SignalingSettings settings, SecureRandom random, Server server)
            throws SignalingStartException {
        InetSocketAddress address = StartFailure.resolve(https);
        try {
            IdentitySource source = source(https, address.getAddress(), settings, random);
            TlsIdentity identity = source.current();
            TlsContext tls = new TlsContext(identity);
            ServerConnector connector = WebServer.listen(server, address, tls);
            return new SecureDoor(address.getAddress(), connector, tls, source, identity);
        } catch (UnusableCertificateException e) {
            throw new SignalingStartException(Reason.CERTIFICATE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw StartFailure.dataFolder(e, settings);
        }
    }

    private static IdentitySource source(
            HttpsSettings https, InetAddress address, SignalingSettings settings, SecureRandom random)
            throws IOException {
        HttpsSettings.Files files = https.files();
        return files == null
                ? new OwnCertificate(
                        PrivateFolder.open(settings.data()),
                        settings.clock(),
                        random,
                        () -> MachineNames.now().linkedBy(Addresses.reachable(address)))
                : new PemFiles(files.certificate(), files.key(), settings.clock());
    }

    /** Takes the port; what comes waits until the server is started. */
    void open() throws IOException {
        connector.open();
    }

    /** Whether browsers trust the certificate by themselves. */
    boolean isVouchedFor() {
        return tls.isVouchedFor();
    }

    /** Begins to look for another certificate and for another address of this computer's; tells where it is at each look. */
    void start(Duration every, Consumer<Links.Secure> told) {
        listener = told;
        watch.start(every);
    }

    Links.Secure link() {
        TlsIdentity identity = shown;
        int port = connector.getLocalPort();
        URI uri = identity.isSelfSigned()
                ? Addresses.secure(address, port)
                : identity.name()
                        .map(name -> Addresses.secure(name, port))
                        .orElseGet(() -> Addresses.secure(address, port));
        return identity.isSelfSigned()
                ? new Links.Secure(uri, others(uri, identity, port), Optional.of(identity.fingerprint()))
                : new Links.Secure(uri, List.of(), Optional.empty());
    }

    /** An address that came after the certificate was made is none of them: browsers refuse what it does not stand for. */
    private List<URI> others(URI best, TlsIdentity identity, int port) {
        return address.isAnyLocalAddress()
                ? Addresses.all(
                        MachineNames.now(), host -> !host.equals(best.getHost()) && identity.standsFor(host), port)
                : List.of();
    }

    @Override
    public void close() {
        watch.close();
    }

    private void looked(TlsIdentity now) {
        if (!now.equals(shown)) {
            tls.use(now);
            shown = now;
            log.info("certificate: {} from now on", now.fingerprint());
        }
        Consumer<Links.Secure> told = listener;
        if (told != null) {
            told.accept(link());
        }
    }
}
