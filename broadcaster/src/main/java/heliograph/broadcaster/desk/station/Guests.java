package heliograph.broadcaster.desk.station;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who may come in: the invitations and accounts of the data folder. Any thread; each call reads, hashes or writes, so never on the
 * window's thread nor the room's. What is changed holds at once, and ends the sessions that it should.
 */
public interface Guests {

    /** All invitations that are still known, the newest first. */
    List<Invited> invitations() throws GuestsException;

    /**
     * Makes an invitation.
     *
     * @param name what whoever comes in by it is called
     * @param uses how often it lets in
     * @param validFor how long it does
     */
    Created invite(String name, int uses, Duration validFor) throws GuestsException;

    /** Takes an invitation back. */
    void revoke(String id) throws GuestsException;

    /** The names of all accounts. */
    List<String> accounts() throws GuestsException;

    /** The one account that may sign in in this run, whichever others there are; empty: all of them may. */
    Optional<String> onlyAccount();

    /** Adds an account. The password stays the caller's, to be wiped. */
    void add(String name, char[] password) throws GuestsException;

    /** Gives an account another password, which stays the caller's, to be wiped. */
    void password(String name, char[] password) throws GuestsException;

    /** Removes an account. */
    void remove(String name) throws GuestsException;

    /**
     * An invitation, without its secret.
     *
     * @param id what it is revoked by
     * @param used how often it has let in
     */
    record Invited(String id, String name, int used, int uses, Instant until, State state) {
        /** Whether it lets in, or why not. */
        public enum State {
            OPEN,
            USED,
            EXPIRED,
            REVOKED
        }
    }

    /**
     * A new invitation.
     *
     * @param link makes its link from the page's address; the one thing that knows the secret, which no text of it tells
     */
    record Created(Invited invited, UnaryOperator<String> link) {}
}
