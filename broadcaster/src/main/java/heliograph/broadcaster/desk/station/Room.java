package heliograph.broadcaster.desk.station;

import heliograph.signaling.room.Announcement;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The room that viewers come to, as the desk needs it. Any thread. */
public interface Room extends AutoCloseable {

    /** Where viewers come in. */
    Links links();

    /** Tells where viewers come in, now and at each change, on a thread of the room's. */
    void onLinks(Consumer<Links> listener);

    /** What the studio joins. */
    URI roomUri();

    /** A fresh token for the studio, which the room renews while the studio is in it. */
    String broadcasterToken();

    /** The account that was made at the first start; empty ever after. */
    Optional<FirstAccount> firstAccount();

    /** Why many viewers cannot be served by one encode, where they should be; empty: they can, or need not be. */
    Optional<NoRelay> noRelay();

    /** Tells whether this computer does not keep up with its viewers, now and at each change, on a thread of the room's. */
    void onOverload(Consumer<Boolean> listener);

    /** Tells how many there are, now and at each change, on a thread of the room's. */
    void onWatchers(Consumer<Watchers> listener);

    /** Tells who they are, now and at each change, on a thread of the room's. */
    void onViewers(Consumer<List<RoomViewer>> listener);

    /** Puts a viewer out, with whoever else is here by its sign-in, and makes their tokens void. Nothing, if it is gone. */
    void remove(String viewer);

    /** Tells every viewer this of the broadcast, and whoever comes after them. */
    void announce(Announcement announcement);

    /** What the relay has sent by now to each that it serves; a snapshot. */
    List<RelayedViewer> relayed();

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

    /**
     * Where viewers come in.
     *
     * @param plain without encryption
     * @param plainForOthers whether others than this computer can come in there
     * @param secure over TLS; empty when nobody can
     */
    record Links(URI plain, boolean plainForOthers, Optional<Secure> secure) {
        /** Without encryption, on this computer alone. */
        public static Links local(URI plain) {
            return new Links(plain, false, Optional.empty());
        }

        /** The one to hand out. */
        public URI best() {
            return secure.map(Secure::uri).orElse(plain);
        }
    }

    /**
     * The way over TLS.
     *
     * @param others the same by this computer's other addresses and names, the likelier ones first
     * @param fingerprint what viewers compare; empty when their browsers trust the certificate by themselves
     */
    record Secure(URI uri, List<URI> others, Optional<String> fingerprint) {
        public Secure {
            others = List.copyOf(others);
        }
    }

    /** How many viewers see something, and how many wait for it. */
    record Watchers(int watching, int waiting) {}
}
