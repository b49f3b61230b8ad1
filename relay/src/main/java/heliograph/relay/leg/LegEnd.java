package heliograph.relay.leg;

/** Why a {@link Leg} ended by itself. */
public enum LegEnd {
    /** The remote said goodbye (DTLS close_notify). */
    GOODBYE,
    /** No check came in time: the remote cannot reach the port. */
    UNREACHED,
    /** Checks stopped coming: the remote's consent ran out (RFC 7675). */
    SILENT,
    /** The DTLS handshake failed, or the certificate was not the one in the description. */
    HANDSHAKE_FAILED
}
