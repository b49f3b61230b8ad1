package heliograph.broadcaster.desk.window;

/** There is no screen that a window could be on. */
public final class NoWindowException extends Exception {
    NoWindowException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
