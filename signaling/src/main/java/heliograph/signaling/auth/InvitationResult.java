package heliograph.signaling.auth;

import java.time.Duration;

/** What came of an invitation. */
public sealed interface InvitationResult {
    /** It lets in, under this name. */
    record Granted(Token token, String name) implements InvitationResult {}

    /** It let in once, but not now. Only who has its secret is told so. */
    record Closed(Invitation.State state) implements InvitationResult {}

    /** There is none like that. */
    record Unknown() implements InvitationResult {}

    /** Not looked at: too many attempts. */
    record Limited(Duration retryAfter) implements InvitationResult {}
}
