package heliograph.broadcaster.desk.station;

/** The room cannot be opened. */
public final class RoomException extends Exception {
    private final Reason reason;

    public RoomException(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. Each has a sentence, {@code room.REASON} in the bundle. */
    public enum Reason {
        /** Another program listens there. */
        PORT_TAKEN,
        /** This machine has no such address, or no right to such a port. */
        CANNOT_LISTEN,
        /** Another program listens where viewers are to come in over TLS. */
        HTTPS_PORT_TAKEN,
        /** The same of TLS: no such address, or no right to such a port. */
        HTTPS_CANNOT_LISTEN,
        /** The certificate or its key cannot be used; the detail is a sentence. */
        CERTIFICATE,
        /** The data folder cannot be read or written. */
        DATA_FOLDER,
        /** Something else. */
        FAILED
    }
}
