package heliograph.signaling.http;

import heliograph.signaling.protocol.ErrorCode;
import org.eclipse.jetty.http.HttpStatus;

/** Why a WHEP request came to nothing: the status, and a sentence for people. */
final class WhepFailure extends Exception {
    private static final String CHALLENGE = "Bearer realm=\"Heliograph\"";

    private final int status;
    private final String challenge;

    WhepFailure(int status, String detail) {
        // RFC 6750, section 3: the error is named to who brought a token, and to nobody else.
        this(status, detail, CHALLENGE + ", error=\"invalid_token\"");
    }

    private WhepFailure(int status, String detail, String challenge) {
        super(detail, null, false, false);
        this.status = status;
        this.challenge = challenge;
    }

    /** There is nothing that could be checked. */
    static WhepFailure noToken() {
        return new WhepFailure(HttpStatus.UNAUTHORIZED_401, "A viewer's token is needed.", CHALLENGE);
    }

    int status() {
        return status;
    }

    String detail() {
        String detail = getMessage();
        return detail == null ? "" : detail;
    }

    /** For {@code WWW-Authenticate}, where the status is 401. */
    String challenge() {
        return challenge;
    }

    /** The room's refusal, or its good-bye, in terms of HTTP. */
    static WhepFailure of(ErrorCode code, String text) {
        return new WhepFailure(status(code), text);
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case UNAUTHORIZED, TOKEN_EXPIRED -> HttpStatus.UNAUTHORIZED_401;
            case NOT_ALLOWED, REMOVED -> HttpStatus.FORBIDDEN_403;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE_413;
            case TOO_FAST -> HttpStatus.TOO_MANY_REQUESTS_429;
            case FULL, TOO_SLOW, GOING_AWAY -> HttpStatus.SERVICE_UNAVAILABLE_503;
            // A player's requests cannot bring these about: they would be mistakes of this server.
            case BAD_MESSAGE, UNKNOWN_SESSION, JOIN_TIMEOUT, REPLACED -> HttpStatus.INTERNAL_SERVER_ERROR_500;
        };
    }
}
