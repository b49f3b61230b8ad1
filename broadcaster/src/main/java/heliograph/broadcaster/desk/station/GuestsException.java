package heliograph.broadcaster.desk.station;

/** What was wished of {@link Guests} is not done. */
public final class GuestsException extends Exception {
    /** Why not. */
    public enum Reason {
        /** That is no name; about: the most characters one may have. */
        NAME,
        NO_PASSWORD,
        /** Too short or too long; about: the least and the most characters. */
        PASSWORD,
        /** About: the most uses. */
        USES,
        /** About: the most days. */
        TIME,
        /** There is one already; about: its name. */
        ACCOUNT_THERE,
        /** There is none any more; about: its name. */
        NO_ACCOUNT,
        NO_INVITATION,
        /** The data folder cannot be used; about: what the system says. */
        FOLDER,
        /** A bug. */
        FAILED
    }

    private final Reason reason;
    private final transient Object[] about;

    /** For this reason, with what the sentence speaks of. */
    public GuestsException(Reason reason, Object... about) {
        super(reason.name());
        this.reason = reason;
        this.about = about.clone();
    }

    public Reason reason() {
        return reason;
    }

    /** What the sentence speaks of. */
    public Object[] about() {
        return about.clone();
    }
}
