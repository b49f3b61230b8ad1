package heliograph.signaling;

import java.io.IOException;

/** Why the server cannot start; the message is a sentence for people, the reason is for programs. */
public final class SignalingStartException extends IOException {
    /** What is wrong. */
    public enum Reason {
        /** Another program listens on the port. */
        PORT_TAKEN,
        /** The system lets only its administrator listen on the port. */
        PORT_DENIED,
        /** The address is none of this computer's. */
        ADDRESS_UNKNOWN,
        /** Another program listens on the port for TLS. */
        HTTPS_PORT_TAKEN,
        /** The system lets only its administrator listen on the port for TLS. */
        HTTPS_PORT_DENIED,
        /** The address for TLS is none of this computer's. */
        HTTPS_ADDRESS_UNKNOWN,
        /** The operator's certificate or its key cannot be used. */
        CERTIFICATE,
        /** The data folder cannot be made, read or written, or what is in it is damaged. */
        DATA_FOLDER,
        /** Something else; the message says what. */
        OTHER
    }

    private final Reason reason;

    SignalingStartException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
