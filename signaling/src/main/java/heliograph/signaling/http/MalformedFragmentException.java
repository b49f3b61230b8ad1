package heliograph.signaling.http;

/** What was sent is no SDP fragment of trickle ICE; the message says why, and quotes nothing. */
final class MalformedFragmentException extends Exception {
    MalformedFragmentException(String message) {
        super(message, null, false, false);
    }

    /** For people. */
    String text() {
        String text = getMessage();
        return text == null ? "" : text;
    }
}
