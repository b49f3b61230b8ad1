package heliograph.broadcaster.desk.station;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** The room that viewers come to, as the desk needs it. Any thread. */
public interface Room extends AutoCloseable {

    /** What to open in a browser. */
    URI watchUri();

    /** What the studio joins. */
    URI roomUri();

    /** A fresh credential for the studio. */
    String broadcasterToken();

    /** The account that was made at the first start; empty ever after. */
    Optional<FirstAccount> firstAccount();

    /** Tells how many there are, now and at each change, on a thread of the room's. */
    void onWatchers(Consumer<Watchers> listener);

    @Override
    void close();

    /** Opens the room. May take a second; not on a thread that has other duties. */
    interface Opener {
        /**
         * The open room.
         *
         * @throws RoomException when it cannot be opened
         */
        Room open() throws RoomException;
    }

    /** An account and its generated password, to be shown once. */
    record FirstAccount(String user, String password) {
        /** Leaves the password out. */
        @Override
        public String toString() {
            return "FirstAccount[user=" + user + "]";
        }
    }

    /** How many viewers see something, and how many wait for it. */
    record Watchers(int watching, int waiting) {}
}
