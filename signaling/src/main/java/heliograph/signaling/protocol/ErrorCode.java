package heliograph.signaling.protocol;

/**
 * The stable codes of {@link Message.Refused}. A fatal one is followed by the end of the socket, with the close code
 * given here (RFC 6455, section 7.4.2: 4000-4999 are private).
 */
public enum ErrorCode {
    /** Not JSON, no such type, a field missing or of the wrong kind. */
    BAD_MESSAGE(4400),
    /** The token is not good. */
    UNAUTHORIZED(4401),
    /** The token was good once; sign in again. */
    TOKEN_EXPIRED(4402),
    /** This member may not send this, or not now. */
    NOT_ALLOWED(4403),
    /** No such session, or not this member's. Not fatal: sessions end while messages are under way. */
    UNKNOWN_SESSION(0),
    /** No {@code join} within the time allowed. */
    JOIN_TIMEOUT(4408),
    /** Another broadcaster took the room over. */
    REPLACED(4409),
    /** The broadcaster removed this viewer. */
    REMOVED(4410),
    /** The message is larger than its kind may be. */
    TOO_LARGE(4413),
    /** More messages than the limit allows, or more viewers that come in by one account or invitation from one site. */
    TOO_FAST(4429),
    /** As many viewers as are allowed. */
    FULL(4430),
    /** The member reads too slowly. */
    TOO_SLOW(4431),
    /** The server ends; come back. */
    GOING_AWAY(1001);

    private final int closeCode;

    ErrorCode(int closeCode) {
        this.closeCode = closeCode;
    }

    /** The WebSocket's close code; 0 where the socket stays open. */
    public int closeCode() {
        return closeCode;
    }

    /** Whether the socket is closed after it. */
    public boolean fatal() {
        return closeCode != 0;
    }
}
