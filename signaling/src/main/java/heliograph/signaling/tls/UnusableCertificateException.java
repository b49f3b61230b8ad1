package heliograph.signaling.tls;

import java.io.IOException;

/** Why a certificate or its key cannot be used; the message is a sentence for people. */
public final class UnusableCertificateException extends IOException {
    UnusableCertificateException(String message) {
        super(message);
    }

    UnusableCertificateException(String message, Throwable cause) {
        super(message, cause);
    }
}
