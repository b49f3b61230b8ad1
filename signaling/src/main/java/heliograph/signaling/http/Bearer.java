package heliograph.signaling.http;

import heliograph.signaling.auth.Visitor;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Admission;
import heliograph.signaling.room.Pass;
import heliograph.signaling.room.Refusal;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/**
 * A viewer's token that came with a request (RFC 6750, section 2.1), and what it allows. Immutable.
 *
 * <p>A broadcaster's is refused: it would put the broadcaster out of its own room.
 */
record Bearer(String token, Pass pass) {
    private static final String SCHEME = "Bearer ";

    /** {@code visitor}: who brings it, for the audit. */
    static Bearer of(Request request, Admission admission, Visitor visitor) throws WhepFailure {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw WhepFailure.noToken();
        }
        String token = authorization.substring(SCHEME.length()).trim();
        try {
            Pass pass = admission.admit(token);
            if (pass.role() == Role.VIEWER) {
                return new Bearer(token, pass);
            }
            admission.turnedAway(pass, visitor.address(), visitor.site(), ErrorCode.NOT_ALLOWED);
        } catch (Refusal refusal) {
            admission.turnedAway(null, visitor.address(), visitor.site(), refusal.code());
            throw new WhepFailure(HttpStatus.UNAUTHORIZED_401, refusal.text());
        }
        throw new WhepFailure(HttpStatus.UNAUTHORIZED_401, "The token is not a viewer's.");
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Bearer[pass=" + pass + "]";
    }
}
