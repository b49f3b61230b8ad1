package heliograph.signaling.http;

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
}
