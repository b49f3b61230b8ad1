package heliograph.signaling.auth;

/**
 * An account's name and password in clear. Immutable; any thread.
 *
 * @param username the name
 * @param password in clear: shown once or checked once, and never kept
 */
public record Credentials(String username, String password) {
    /** A login with a longer name is not looked at. */
    public static final int LONGEST_USERNAME = 64;
    /** A login with a longer password is not looked at. */
    public static final int LONGEST_PASSWORD = 256;

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Credentials[username=" + username + "]";
    }
}
