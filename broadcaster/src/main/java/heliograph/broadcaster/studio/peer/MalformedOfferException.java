package heliograph.broadcaster.studio.peer;

import java.io.IOException;

/** An offer that is no SDP, or one that asks for nothing that is sent; its message says so without quoting it. */
public final class MalformedOfferException extends IOException {
    public MalformedOfferException(String message) {
        super(message);
    }
}
