package heliograph.signaling.auth;

import java.time.Duration;

/** How a login ended. */
public sealed interface LoginResult {
    /** Right. */
    record Granted(Token token) implements LoginResult {}

    /** Unknown name or wrong password: nobody learns which. */
    record Denied() implements LoginResult {}

    /** Not looked at: too many attempts. */
    record Limited(Duration retryAfter) implements LoginResult {}
}
