package heliograph.broadcaster.desk.settings;

/** The viewer's account for this run. */
public record Account(String user, String password) {
    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Account[user=" + user + "]";
    }
}
