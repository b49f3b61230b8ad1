package heliograph.signaling.http;

/** Why a WHEP session did not come about: the status, and a sentence for people. */
final class WhepFailure extends Exception {
    private final int status;

    WhepFailure(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String detail() {
        String detail = getMessage();
        return detail == null ? "" : detail;
    }
}
