package heliograph.signaling.auth;

/**
 * An account's name and password in clear. Immutable; any thread.
 *
 * @param username the name
 * @param password in clear: shown once or checked once, and never kept
 */
public record Credentials(String username, String password) {
    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Credentials[username=" + username + "]";
    }
}
