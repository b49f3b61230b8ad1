package heliograph.signaling.admin;

/** Why a command is not carried out: the phrase for people, and the exit status for programs. */
final class Trouble extends Exception {
    private final int status;
    private final String key;
    private final transient Object[] about;

    private Trouble(int status, String key, Object... about) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
        this.about = about;
    }

    /** What was asked for cannot be done. */
    static Trouble failed(String key, Object... about) {
        return new Trouble(Administration.FAILED, key, about);
    }

    /** What was asked for is nothing that can be asked for. */
    static Trouble wrong(String key, Object... about) {
        return new Trouble(Administration.WRONG_USAGE, key, about);
    }

    int status() {
        return status;
    }

    String text(Phrases phrases) {
        return phrases.say(key, about);
    }
}
