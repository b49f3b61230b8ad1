package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;

/** A rule that was broken: the code for programs, the message for people. */
public final class Refusal extends Exception {
    private final ErrorCode code;

    public Refusal(ErrorCode code, String message) {
        // Refusals are ordinary answers, not failures of the program: a trace would only cost a flooded server time.
        super(message, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** For people. */
    public String text() {
        String text = getMessage();
        return text == null ? "" : text;
    }
}
