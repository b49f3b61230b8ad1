package heliograph.signaling.protocol;

import java.io.IOException;

/** A text that is no message; its message says what is wrong with it, without quoting it. */
public final class MalformedMessageException extends IOException {
    public MalformedMessageException(String message) {
        super(message);
    }
}
