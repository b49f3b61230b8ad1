package heliograph.signaling.room;

/** What let somebody in, and whose end is theirs too. Immutable; any thread. */
public sealed interface Grant {

    /**
     * An account's password.
     *
     * @param name the account
     * @param version of its credentials: another password makes another one
     */
    record Account(String name, String version) implements Grant {}

    /**
     * An invitation.
     *
     * @param id the invitation's, which is no secret
     */
    record Invitation(String id) implements Grant {}

    /** The server's own program, for its own studio. */
    record Studio() implements Grant {}

    /**
     * A remote broadcaster's credential.
     *
     * @param id the credential's, which is no secret
     */
    record Credential(String id) implements Grant {}
}
