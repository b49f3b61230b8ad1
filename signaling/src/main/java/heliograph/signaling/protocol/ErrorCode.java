package heliograph.signaling.protocol;

/**
 * The stable codes of {@link Message.Refused}. A fatal one is followed by the end of the socket, with the close code
 * given here (RFC 6455, section 7.4.2: 4000-4999 are private).
 */
public enum ErrorCode {
    /** Not JSON, no such type, a field missing or of the wrong kind. */
    BAD_MESSAGE("bad-message", 4400),
    /** The token is not good. */
    UNAUTHORIZED("unauthorized", 4401),
    /** The token was good once; sign in again. */
    TOKEN_EXPIRED("token-expired", 4402),
    /** This member may not send this, or not now. */
    NOT_ALLOWED("not-allowed", 4403),
    /** No such session, or not this member's. Not fatal: sessions end while messages are under way. */
    UNKNOWN_SESSION("unknown-session", 0),
    /** No {@code join} within the time allowed. */
    JOIN_TIMEOUT("join-timeout", 4408),
    /** Another broadcaster took the room over. */
    REPLACED("replaced", 4409),
    /** The broadcaster removed this viewer. */
    REMOVED("removed", 4410),
    /** The message is larger than its kind may be. */
    TOO_LARGE("too-large", 4413),
    /** More messages than the limit allows. */
    TOO_FAST("too-fast", 4429),
    /** As many viewers as are allowed. */
    FULL("full", 4430),
    /** The member reads too slowly. */
    TOO_SLOW("too-slow", 4431),
    /** The server ends; come back. */
    GOING_AWAY("going-away", 1001);

    private final String wireName;
    private final int closeCode;

    ErrorCode(String wireName, int closeCode) {
        this.wireName = wireName;
        this.closeCode = closeCode;
    }

    /** The word on the wire. */
    public String wireName() {
        return wireName;
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
