package heliograph.signaling.tls;

import java.io.IOException;

/** Where the server's certificate comes from. Asked again and again, by one thread at a time. */
public interface IdentitySource {
    /**
     * What is to be shown now; the same object as the last time when nothing changed.
     *
     * @throws UnusableCertificateException with a sentence for people, when what is there cannot be used
     * @throws IOException when the data folder cannot be read or written
     */
    TlsIdentity current() throws IOException;
}
